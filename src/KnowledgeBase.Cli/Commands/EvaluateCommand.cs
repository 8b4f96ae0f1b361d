using System.CommandLine;
using KnowledgeBase.Cli.Evaluation;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction;
using KnowledgeBase.Tagging;
using KnowledgeBase.Tagging.Judging;
using KnowledgeBase.Tagging.Labels;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb evaluate</c>: says how far the tags can be trusted.</summary>
internal sealed class EvaluateCommand
{
    private const string Section = "tagging";

    private readonly Shell shell;

    private readonly Option<string?> labels = Folder("--labels", "Folder of label files; default is corpus/labels of the repository.");
    private readonly Option<string?> truth = Folder("--truth", "Folder of truths (*.json) to judge on.");
    private readonly Option<string?> documents = Folder("--documents", "Folder with the files that the truths are of; without it the truths' own text is tagged.");
    private readonly Option<string?> readings = Folder("--readings", "Folder of passages that two readers labelled (corpus/readings), from files under --documents.");
    private readonly Option<string?> foreign = Folder("--foreign", "Folder of foreign labelled sets (*.jsonl).");
    private readonly Option<string?> report = new("--out") { Description = "Put the report into the tagging section of this file, not on stdout.", HelpName = "FILE" };
    private readonly Option<string?> figures = new("--figures") { Description = "Write the figures that the program shows to this file.", HelpName = "FILE" };

    private EvaluateCommand(Shell shell) => this.shell = shell;

    public static Command Create(Shell shell)
    {
        var self = new EvaluateCommand(shell);
        var command = new KbCommand("evaluate", "Judge the tagging: per tag precision, recall, F1, against baselines.")
        {
            Examples =
            [
                ("kb evaluate", "By cross-validation on the labels of the repository."),
                ("kb evaluate --truth truths --documents reports --out docs/evaluation.md", "And on reports that careful readers have labelled."),
            ],
        };
        foreach (var option in new Option[] { self.labels, self.truth, self.documents, self.readings, self.foreign, self.report, self.figures })
        {
            command.Add(option);
        }

        command.SetAction(self.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var learned = LabelFile.ReadFolder(parsed.GetValue(labels) ?? LabelFolder.OfRepository());
        var truths = parsed.GetValue(truth) is { } folder
            ? await TruthsAsync(folder, parsed.GetValue(documents), cancellationToken).ConfigureAwait(false)
            : [];
        var read = parsed.GetValue(readings) is { } passages
            ? await ReadPassages.OfAsync(shell, passages, parsed.GetValue(documents), cancellationToken).ConfigureAwait(false)
            : [];
        shell.Say("Judging; the cross-validation takes a minute or two ...");
        var judged = new Evaluator(new()).Judge(learned, DefaultModel.Load(), truths, read, parsed.GetValue(foreign), cancellationToken);
        var text = EvaluationMarkdown.Write(judged);
        if (parsed.GetValue(report) is { } file)
        {
            await EvaluationDocument.ReplaceSectionAsync(file, Section, text, cancellationToken).ConfigureAwait(false);
            shell.Say($"The report is in {file}.");
        }
        else
        {
            shell.Out.Write(text);
        }

        if (parsed.GetValue(figures) is { } shown)
        {
            await File.WriteAllTextAsync(shown, TagFigures.Of(judged).Write(), cancellationToken).ConfigureAwait(false);
        }

        return ExitCodes.Done;
    }

    private async Task<IReadOnlyList<TruthCase>> TruthsAsync(string folder, string? files, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            throw new RejectedInputException(new("bad-truth", $"There is no folder '{folder}' of truths."));
        }

        var sources = files is null ? null : new TruthFiles(files);
        var cases = new List<TruthCase>();
        foreach (var path in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var read = TruthFile.Read(Path.GetFileNameWithoutExtension(path), await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false));
            var document = sources is null
                ? read.Document
                : (await Stages.Reading(null)
                    .ReadAsync(sources.Find(read.Name, read.SourcePath ?? "")[0], null, FrontMatterEdits.None, new ExtractionOptions(), cancellationToken)
                    .ConfigureAwait(false)).Document;
            if (document.Passages.All(passage => passage.OcrConfidence is not null))
            {
                shell.Say($"kb: '{read.Name}' is left out: it was recognised from pictures, and the words of a scan would be judged twice.");
                continue;
            }

            cases.Add(new(read, document));
        }

        return cases;
    }

    private static Option<string?> Folder(string name, string description) => new(name) { Description = description, HelpName = "DIR" };
}
