using System.CommandLine;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb similar PASSAGE</c>: the same point elsewhere, and more like it.</summary>
internal static class SimilarCommand
{
    public static Command Create(Shell shell, StoreAccess access)
    {
        var passage = new Argument<string>("PASSAGE") { Description = "The passage's id, as a search shows it." };
        var limit = SharedOptions.Count("--limit", "Passages to show.", "N", (0, SearchRequest.MostHits), 10);
        var json = SharedOptions.Json("The answer as JSON.");
        var command = new KbCommand("similar", "Find passages of other documents that say the same as one, and more of its kind.")
        {
            Examples = [("kb similar f76e49efd57915fa --limit 5", "Repetitions in nearly the same words come first and say so.")],
        };
        command.Add(passage);
        command.Add(limit);
        command.Add(json);
        command.SetAction((parsed, cancellationToken) =>
        {
            using var store = access.Open(parsed);
            using var index = Stages.Index(store);
            var service = new SearchService(store, index, MeaningAccess.SourceFor(store), TimeProvider.System);
            var id = parsed.GetRequiredValue(passage);
            var answer = service.Similar(new(id), parsed.GetValue(limit), Store.Visibility.Restricted, cancellationToken)
                ?? throw new RejectedInputException(new("passage-not-found", $"There is no passage '{id}'. 'kb search' shows the ids of passages in square brackets."));
            if (parsed.GetValue(json))
            {
                shell.Out.WriteLine(SearchJson.Write(answer));
            }
            else
            {
                new AnswerWriter(shell).Write(answer, 0);
            }

            return Task.FromResult(answer.Hits.Count > 0 ? ExitCodes.Done : ExitCodes.NothingFound);
        });
        return command;
    }
}
