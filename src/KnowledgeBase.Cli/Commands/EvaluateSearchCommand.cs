using System.CommandLine;
using KnowledgeBase.Cli.Evaluation;
using KnowledgeBase.Cli.Json;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Judging;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb evaluate-search [FOLDER…] [--own]</c>: how well the search finds, on texts and queries that people judged.</summary>
internal sealed class EvaluateSearchCommand
{
    private const string Section = "search";

    private readonly Argument<string[]> folders = new("FOLDER")
    {
        Description = "Folders in the form of BEIR: corpus.jsonl, queries.jsonl, qrels.tsv.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> own = new("--own") { Description = "The project's own judged queries (corpus/queries) too." };

    private readonly Option<string?> reports = new("--reports")
    {
        Description = "Folder of the reports that --own asks about (default: ../shared/reports beside the repository).",
        HelpName = "DIR",
    };

    private readonly Option<string?> write = new("--write") { Description = "Replace the section 'search' of this file, such as docs/evaluation.md.", HelpName = "FILE" };
    private readonly Option<bool> json = SharedOptions.Json("The measures as JSON.");
    private readonly Shell shell;

    private EvaluateSearchCommand(Shell shell) => this.shell = shell;

    public static Command Create(Shell shell)
    {
        var self = new EvaluateSearchCommand(shell);
        var command = new KbCommand("evaluate-search", "Measure the search on judged queries, beside plain FTS5.")
        {
            Examples =
            [
                ("kb evaluate-search ir/cran ir/med", "nDCG@10, recall@100 and MRR for each mode; the weight of meaning chosen by leaving one out."),
                ("kb evaluate-search --own", "The project's own queries, by type of user, with a paired test of hybrid against keyword."),
            ],
        };
        command.Add(self.folders);
        foreach (var option in new Option[] { self.own, self.reports, self.write, self.json })
        {
            command.Add(option);
        }

        command.SetAction(self.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var named = parsed.GetValue(folders) ?? [];
        if (named.Length == 0 && !parsed.GetValue(own))
        {
            throw new RejectedInputException(new("bad-collection", "Name a folder of judged queries, or --own for the project's own."));
        }

        var encoder = MeaningAccess.Load(out var problem);
        if (problem is not null)
        {
            shell.Say($"kb: only by keyword. {problem.Message}");
        }

        var judge = new SearchJudge(encoder);
        var results = new List<JudgingResult>();
        foreach (var folder in named)
        {
            results.Add(judge.Judge(await new BeirReader().ReadAsync(folder, cancellationToken).ConfigureAwait(false), cancellationToken));
        }

        using var collection = parsed.GetValue(own) ? await OwnCollection.FillAsync(shell, parsed.GetValue(reports), cancellationToken).ConfigureAwait(false) : null;
        var ownResult = collection is null ? null : judge.Judge(collection.Set, collection.Store, cancellationToken);
        var report = SearchReport.Write(results, ownResult, collection?.Own);
        if (parsed.GetValue(write) is { } file)
        {
            await EvaluationDocument.ReplaceSectionAsync(file, Section, report, cancellationToken).ConfigureAwait(false);
        }

        shell.Out.WriteLine(parsed.GetValue(json)
            ? CliJson.Answer((ownResult is null ? results : [.. results, ownResult]).SelectMany(Shapes).ToList())
            : report);
        return ExitCodes.Done;
    }

    private static IEnumerable<JudgedShape> Shapes(JudgingResult result) => result.Methods.Select(method => new JudgedShape(
        result.Set.Name,
        result.Set.Queries.Count,
        method.Method,
        method.Mean.Ndcg10,
        method.Mean.Recall100,
        method.Mean.ReciprocalRank,
        method.PValue,
        method.Method == "hybrid" ? SearchReport.HybridGain(result)?.P : null,
        method.Unreadable));
}
