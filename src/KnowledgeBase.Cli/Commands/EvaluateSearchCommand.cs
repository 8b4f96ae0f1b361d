using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Cli.Json;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Search.Judging;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb evaluate-search FOLDER…</c>: how well the search finds, on texts and queries that people judged.</summary>
internal static class EvaluateSearchCommand
{
    public static Command Create(Shell shell)
    {
        var folders = new Argument<string[]>("FOLDER") { Description = "Folders in the form of BEIR: corpus.jsonl, queries.jsonl, qrels.tsv.", Arity = ArgumentArity.OneOrMore };
        var json = SharedOptions.Json("The same as JSON.");
        var command = new KbCommand("evaluate-search", "Measure the search on judged queries, beside plain FTS5.")
        {
            Examples = [("kb evaluate-search ir/cran ir/med", "nDCG@10, recall@100 and MRR for each mode; p against plain FTS5 by paired randomisation.")],
        };
        command.Add(folders);
        command.Add(json);
        command.SetAction((parsed, cancellationToken) => RunAsync(shell, parsed.GetRequiredValue(folders), parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, string[] folders, bool json, CancellationToken cancellationToken)
    {
        var encoder = MeaningAccess.Load(out var problem);
        if (problem is not null)
        {
            shell.Say($"kb: only by keyword. {problem.Message}");
        }

        var judge = new SearchJudge(encoder);
        var results = new List<JudgedShape>();
        foreach (var folder in folders)
        {
            var set = await new BeirReader().ReadAsync(folder, cancellationToken).ConfigureAwait(false);
            var result = judge.Judge(set, cancellationToken);
            results.AddRange(result.Methods.Select(method => new JudgedShape(
                set.Name, set.Queries.Count, method.Method, method.Mean.Ndcg10, method.Mean.Recall100, method.Mean.ReciprocalRank, method.PValue, method.Unreadable)));
        }

        if (json)
        {
            shell.Out.WriteLine(CliJson.Answer(results));
            return ExitCodes.Done;
        }

        shell.Out.WriteLine($"{"set",-12} {"queries",7}  {"method",-12} {"nDCG@10",8} {"recall@100",10} {"MRR",8} {"p",8}");
        foreach (var line in results)
        {
            var p = line.P is { } value ? value.ToString("0.0000", CultureInfo.InvariantCulture) : "";
            shell.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{line.Set,-12} {line.Queries,7}  {line.Method,-12} {line.Ndcg10,8:0.0000} {line.Recall100,10:0.0000} {line.Mrr,8:0.0000} {p,8}"));
        }

        return ExitCodes.Done;
    }
}
