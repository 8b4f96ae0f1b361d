using System.CommandLine;
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
    private readonly Shell shell;

    private readonly Option<string?> labels = Folder("--labels", "Folder of label files; default is corpus/labels of the repository.");
    private readonly Option<string?> truth = Folder("--truth", "Folder of truths (*.json) to judge on.");
    private readonly Option<string?> documents = Folder("--documents", "Folder with the files that the truths are of; without it the truths' own text is tagged.");
    private readonly Option<string?> foreign = Folder("--foreign", "Folder of foreign labelled sets (*.jsonl).");
    private readonly Option<string?> report = new("--report") { Description = "Write the report to this file, not to stdout.", HelpName = "FILE" };
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
                ("kb evaluate --truth truths --documents reports --report evaluation.md", "And on reports that careful readers have labelled."),
            ],
        };
        foreach (var option in new Option[] { self.labels, self.truth, self.documents, self.foreign, self.report, self.figures })
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
        shell.Say("Judging; the cross-validation takes a minute or two ...");
        var judged = new Evaluator(new()).Judge(learned, DefaultModel.Load(), truths, parsed.GetValue(foreign), cancellationToken);
        var text = EvaluationMarkdown.Write(judged);
        if (parsed.GetValue(report) is { } file)
        {
            await File.WriteAllTextAsync(file, text, cancellationToken).ConfigureAwait(false);
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

        var found = files is null ? [] : Directory.GetFiles(files, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var cases = new List<TruthCase>();
        foreach (var path in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var read = TruthFile.Read(Path.GetFileNameWithoutExtension(path), await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false));
            var name = Path.GetFileName(read.SourcePath ?? "");
            var file = name.Length == 0 ? null : found.FirstOrDefault(candidate => Path.GetFileName(candidate) is { } own
                && (own == name || own.EndsWith("__" + name, StringComparison.Ordinal)));
            if (files is not null && file is null)
            {
                shell.Say($"kb: the file of the truth '{read.Name}' ({read.SourcePath}) is not in {files}; the truth's own text is judged.");
            }

            var document = file is null
                ? read.Document
                : (await Stages.Reading(null).ReadAsync(file, null, FrontMatterEdits.None, new ExtractionOptions(), cancellationToken).ConfigureAwait(false)).Document;
            cases.Add(new(read, document));
        }

        return cases;
    }

    private static Option<string?> Folder(string name, string description) => new(name) { Description = description, HelpName = "DIR" };
}
