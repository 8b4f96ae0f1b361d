using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Cli.Evaluation;
using KnowledgeBase.Cli.Json;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction;
using KnowledgeBase.Extraction.Processes;
using KnowledgeBase.Structuring;
using KnowledgeBase.Structuring.Judging;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb evaluate-structure TRUTHDIR</c>: how well structure is recovered, on documents that people read.</summary>
internal static class EvaluateStructureCommand
{
    public static Command Create(Shell shell)
    {
        var folder = new Argument<string>("TRUTHDIR") { Description = "Folder of truths: one document JSON each, written by people." };
        var files = new Option<string>("--files") { Description = "Where the documents are (default: the folder that TRUTHDIR is in).", HelpName = "DIR" };
        var target = new Option<string>("--out") { Description = "Markdown file whose part 'structure' is replaced, such as docs/evaluation.md.", HelpName = "FILE" };
        var json = SharedOptions.Json("The figures as JSON.");
        var limits = new LimitOptions();
        var command = new KbCommand("evaluate-structure", "Measure the recovered structure on documents that people read.")
        {
            Examples = [("kb evaluate-structure truth --out docs/evaluation.md", "Reads every document anew, writes its figures and explains the weakest.")],
        };
        command.Add(folder);
        command.Add(files);
        command.Add(target);
        command.Add(json);
        limits.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var truths = parsed.GetRequiredValue(folder);
            var cases = await JudgeAsync(
                truths, parsed.GetValue(files) ?? Path.Combine(truths, ".."), limits.Read(parsed), shell, cancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(target) is { } path)
            {
                await EvaluationDocument.ReplaceSectionAsync(path, "structure", StructureEvaluation.Markdown(cases), cancellationToken).ConfigureAwait(false);
                shell.Say($"kb: written to {path}.");
            }

            Write(shell, cases, parsed.GetValue(json));
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<IReadOnlyList<StructureCase>> JudgeAsync(
        string folder, string files, ExtractionOptions options, Shell shell, CancellationToken cancellationToken)
    {
        var paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).ToList() : [];
        if (paths.Count == 0)
        {
            throw new RejectedInputException(new("file-not-found", $"There is no truth (*.json) in '{folder}'."));
        }

        var sources = new TruthFiles(files);
        var extractor = Stages.Extractor();
        var cases = new List<StructureCase>();
        foreach (var path in paths)
        {
            var truth = TruthReader.Read(Path.GetFileNameWithoutExtension(path), await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false));
            foreach (var (file, index) in sources.Find(truth.Name, truth.Source).Select((file, index) => (file, index)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                shell.Say($"kb: reading {Path.GetFileName(file)}");
                cases.Add(await JudgeAsync(truth, file, index == 0, extractor, options, cancellationToken).ConfigureAwait(false));
            }
        }

        return cases;
    }

    private static async Task<StructureCase> JudgeAsync(
        TruthDocument truth, string file, bool isMain, Extractor extractor, ExtractionOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var extracted = await extractor.ExtractAsync(file, options, cancellationToken).ConfigureAwait(false);
            var document = new Structurer().Structure(extracted, DocumentId.FromSha256(extracted.Source.Sha256));
            return new(truth.Name, EnumWords.Of(extracted.Source.Format), isMain, extracted.Pages.Any(page => page.FromOcr), StructureJudge.Judge(truth, document));
        }
        catch (ToolMissingException error)
        {
            throw new RejectedInputException(error.Problem, error);
        }
    }

    private static void Write(Shell shell, IReadOnlyList<StructureCase> cases, bool json)
    {
        var rows = cases.Select(item => (item.Title, item.Judged.Score)).ToList();
        if (StructureEvaluation.Pooled(cases) is { } pooled)
        {
            rows.Add(("pooled", pooled));
        }

        if (json)
        {
            shell.Out.WriteLine(CliJson.Answer(rows.Select(row => new StructureShape(
                row.Title, StructureScore.Names.Where(name => row.Score[name] is not null).ToDictionary(name => name, name => row.Score[name]!.Value, StringComparer.Ordinal))).ToList()));
            return;
        }

        foreach (var (title, score) in rows)
        {
            shell.Out.WriteLine(title);
            shell.Out.WriteLine("  " + string.Join("  ", StructureScore.Names.Select(name => string.Create(CultureInfo.InvariantCulture, $"{name} {StructureEvaluation.Number(score[name])}"))));
        }
    }
}
