using System.CommandLine;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Citing;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb search QUERY</c>: passages with their citations.</summary>
internal sealed class SearchCommand
{
    private readonly Argument<string[]> query = new("QUERY")
    {
        Description = "Words, \"phrases\", AND OR NOT, -word, prefix*, parentheses, field:value. Without it, everything under the filters.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<int> limit = SharedOptions.Count("--limit", "Hits to show.", "N", (0, SearchRequest.MostHits), 10);
    private readonly Option<int> offset = SharedOptions.Count("--offset", "Hits to skip.", "N", (0, int.MaxValue), 0);

    private readonly Option<string> order = new("--order")
    {
        Description = "relevance, year (newest first) or document.",
        HelpName = "ORDER",
        DefaultValueFactory = _ => EnumWords.Of(HitOrder.Relevance),
    };

    private readonly Option<string?> mode = new("--mode")
    {
        Description = "keyword, meaning or hybrid; without it hybrid where vectors are at hand, see 'kb models'.",
        HelpName = "MODE",
    };

    private readonly Option<string> style = new("--cite")
    {
        Description = "How to cite: chicago or apa.",
        HelpName = "STYLE",
        DefaultValueFactory = _ => EnumWords.Of(CitationStyle.Chicago),
    };

    private readonly Option<string> within = new("--within")
    {
        Description = "Where tags, places and organisations of filters must stand: on the passage, or anywhere in its section or document.",
        HelpName = "SCOPE",
        DefaultValueFactory = _ => EnumWords.Of(TagScope.Passage),
    };

    private readonly Option<bool> noExpand = new("--no-expand") { Description = "Only the words typed, no related terms of the thesaurus." };
    private readonly Option<bool> ungroup = new("--ungroup") { Description = "Show the same passage of several forms or versions of a report each by itself." };
    private readonly Option<string> checkFrom = SharedOptions.CheckFrom();
    private readonly Option<bool> full = new("--full") { Description = "Passages whole instead of the part with the words found." };
    private readonly Option<bool> json = SharedOptions.Json("The answer as JSON: hits, total and facets.");
    private readonly FilterOptions filters = new();
    private readonly Shell shell;
    private readonly StoreAccess access;

    private SearchCommand(Shell shell, StoreAccess access)
    {
        this.shell = shell;
        this.access = access;
        order.AcceptOnlyFromAmong([.. EnumWords.All<HitOrder>()]);
        within.AcceptOnlyFromAmong([.. EnumWords.All<TagScope>()]);
        mode.AcceptOnlyFromAmong([.. EnumWords.All<SearchMode>()]);
        style.AcceptOnlyFromAmong([.. EnumWords.All<CitationStyle>()]);
    }

    public static Command Create(Shell shell, StoreAccess access)
    {
        var search = new SearchCommand(shell, access);
        var command = new KbCommand("search", "Find passages, each with its citation and printed page.")
        {
            Examples =
            [
                ("kb search \"trust between mediators and diplomats\" --kind recommendation", "Advice in which any of the words stands; passages with all of them come first."),
                ("kb search '\"local ownership\" AND (funding OR donors)' --year 2015..", "A phrase and a choice of words, from 2015 on."),
                ("kb search --kind challenge --theme inclusion --limit 50", "No words: everything under the filters."),
                ("kb search mediat* -- -insider", "Words that begin with mediat, without insider; -- ends the options."),
            ],
        };
        command.Add(search.query);
        search.filters.AddTo(command);
        command.Add(search.limit);
        command.Add(search.offset);
        command.Add(search.order);
        command.Add(search.mode);
        command.Add(search.within);
        command.Add(search.style);
        command.Add(search.noExpand);
        command.Add(search.ungroup);
        command.Add(search.checkFrom);
        command.Add(search.full);
        command.Add(search.json);
        command.SetAction((parsed, cancellationToken) => Task.FromResult(search.Run(parsed, cancellationToken)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new SearchRequest(string.Join(' ', parsed.GetValue(query) ?? []))
        {
            Expand = !parsed.GetValue(noExpand),
            Group = !parsed.GetValue(ungroup),
            Filters = filters.Read(parsed),
            Limit = parsed.GetValue(limit),
            Offset = parsed.GetValue(offset),
            Order = EnumWords.Find<HitOrder>(parsed.GetRequiredValue(order))!.Value,
            Mode = parsed.GetValue(mode) is { } named ? EnumWords.Find<SearchMode>(named) : null,
            Within = EnumWords.Find<TagScope>(parsed.GetRequiredValue(within))!.Value,
            Style = EnumWords.Find<CitationStyle>(parsed.GetRequiredValue(style))!.Value,
        };
        using var store = access.Open(parsed);
        foreach (var name in request.Filters.Where(filter => filter.Field == FilterField.Document).SelectMany(filter => filter.Values))
        {
            // A name that means nothing is a slip, not a search without hits.
            _ = DocumentReference.All(store, name);
        }

        if (!store.Index.IsCurrent)
        {
            shell.Say("kb: the index was made by another version of the program, words may be missed. 'kb reindex' mends it.");
        }

        using var index = Stages.Index(store);
        var service = new SearchService(store, index, MeaningAccess.SourceFor(store), TimeProvider.System) { CheckPrintFrom = parsed.GetRequiredValue(checkFrom) };
        var outcome = service.Search(request, cancellationToken);
        if (outcome.Error is { } error)
        {
            throw Misread(request.Query, error);
        }

        var answer = outcome.Answer!;
        if (parsed.GetValue(json))
        {
            shell.Out.WriteLine(SearchJson.Write(answer));
        }
        else
        {
            new AnswerWriter(shell) { Whole = parsed.GetValue(full) }.Write(answer, request.Offset);
        }

        return answer.Hits.Count > 0 || answer.Total > 0 || answer.Documents is not null ? ExitCodes.Done : ExitCodes.NothingFound;
    }

    private static RejectedInputException Misread(string query, QueryError error) => new(new(
        "bad-query", $"the query cannot be read at character {error.Position + 1}: {error.Message} {error.Hint}\n    {query}\n    {new string(' ', error.Position)}{new string('^', Math.Max(1, error.Length))}"));
}
