using System.CommandLine;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Tagging;
using KnowledgeBase.Tagging.Judging;
using KnowledgeBase.Tagging.Labels;
using KnowledgeBase.Tagging.Learning;
using KnowledgeBase.Tagging.Reviews;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb train</c>: learns a model, and lets it in only where it is no worse.</summary>
internal sealed class TrainCommand
{
    private readonly Shell shell;
    private readonly StoreAccess access;

    private readonly Option<string?> labels = new("--labels") { Description = "Folder of label files; default is corpus/labels of the repository.", HelpName = "DIR" };
    private readonly Option<string?> output = new("--out") { Description = "Only write the model to this file; nothing is installed.", HelpName = "FILE" };
    private readonly Option<bool> withReviews = new("--with-reviews") { Description = "Learn from people's decisions in the store too." };
    private readonly Option<bool> rollback = new("--rollback") { Description = "Go back to the model used before." };

    private TrainCommand(Shell shell, StoreAccess access) => (this.shell, this.access) = (shell, access);

    public static Command Create(Shell shell, StoreAccess access)
    {
        var self = new TrainCommand(shell, access);
        var command = new KbCommand("train", "Learn the tagging model from labels.")
        {
            Examples =
            [
                ("kb train --with-reviews", "From the labels and your decisions; taken only if it is no worse on any main tag."),
                ("kb train --rollback", "Back to the model before."),
                ("kb train --out model.bin", "The delivered model, byte for byte, from the repository alone."),
            ],
        };
        command.Add(self.labels);
        command.Add(self.output);
        command.Add(self.withReviews);
        command.Add(self.rollback);
        command.SetAction(self.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        if (parsed.GetValue(rollback))
        {
            return Back(Stages.Shelf(access.Folder(parsed)));
        }

        var folder = parsed.GetValue(labels) ?? LabelFolder.OfRepository();
        var documents = LabelFile.ReadFolder(folder).ToList();
        if (parsed.GetValue(withReviews))
        {
            using var store = access.Open(parsed);
            var reviewed = ReviewedLabels.Of(store);
            shell.Say($"Learning from {reviewed.Sum(document => document.Labels.Count)} reviewed passages of {reviewed.Count} documents too.");
            documents.AddRange(reviewed);
        }

        shell.Say($"Learning from {documents.Sum(document => document.Labels.Count)} labelled passages; this takes a minute or two ...");
        var model = Stages.Trainer(new()).Fit(documents, CancellationToken.None);
        if (parsed.GetValue(output) is { } file)
        {
            File.WriteAllBytes(file, ModelFile.Write(model));
            shell.Out.WriteLine($"{model.Name} written to {file}");
            return ExitCodes.Done;
        }

        return Install(model, Stages.Shelf(access.Folder(parsed)), Path.Combine(folder, LabelFolder.Frozen));
    }

    private int Install(LinearModel model, ModelShelf shelf, string frozenFolder)
    {
        var old = shelf.Current();
        if (old.Name == model.Name)
        {
            shell.Out.WriteLine($"{model.Name} is in use already; there was nothing new to learn.");
            return ExitCodes.Done;
        }

        var frozen = LabelFile.ReadFolder(frozenFolder);
        var verdict = RetrainGate.Compare(
            LabelJudging.Judge(frozen, new ModelClassifier(old)), LabelJudging.Judge(frozen, new ModelClassifier(model)), Scoring.MainKinds, new TrainingSettings().Seed);
        foreach (var comparison in verdict.Comparisons)
        {
            shell.Out.WriteLine(FormattableString.Invariant(
                $"{comparison.Label,-16} F1 {comparison.Old:0.000} -> {comparison.New:0.000}  (difference {comparison.Difference.Low:+0.000;-0.000} to {comparison.Difference.High:+0.000;-0.000})"));
        }

        shell.Out.WriteLine(verdict.Words);
        if (!verdict.Accepted)
        {
            return ExitCodes.Error;
        }

        shelf.Install(model);
        shell.Out.WriteLine($"{model.Name} is in use now. 'kb retag' gives its tags to the documents in the store, 'kb train --rollback' goes back.");
        return ExitCodes.Done;
    }

    private int Back(ModelShelf shelf)
    {
        if (shelf.Rollback() is not { } model)
        {
            shell.Say("kb: the delivered model is in use; there is none before it.");
            return ExitCodes.NothingFound;
        }

        shell.Out.WriteLine($"{model.Name} is in use again. 'kb retag' gives its tags to the documents in the store.");
        return ExitCodes.Done;
    }
}
