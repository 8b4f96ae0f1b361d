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
    private static readonly (FilterField Field, string Option, string Shows, string Description)[] FilterOptions =
    [
        (FilterField.Kind, "--kind", "KIND", "What the passage does: challenge, opportunity, good_practice, recommendation, lesson."),
        (FilterField.Theme, "--theme", "THEME", "What it is about, such as trust, funding or inclusion."),
        (FilterField.Addressee, "--addressee", "WHOM", "Whom it speaks to, such as donors or mediators; advice to all third parties is found too."),
        (FilterField.Role, "--role", "ROLE", "What it is in print, such as paragraph, list_item, quote or footnote."),
        (FilterField.Year, "--year", "YEARS", "Year of publication: 2019, 2015..2020, 2015.. or ..2020."),
        (FilterField.Document, "--document", "DOC", "The document: id, file name, number or words of its title."),
        (FilterField.Lang, "--lang", "CODE", "Language of the passage: en, fr, es …"),
        (FilterField.Series, "--series", "NAME", "Series of the document."),
        (FilterField.Org, "--org", "NAME", "An organisation named in the passage."),
        (FilterField.Place, "--place", "NAME", "A place named in the passage."),
        (FilterField.Grade, "--grade", "LETTER", "Grade of the document: A, B, C or D."),
        (FilterField.Reviewed, "--reviewed", "YES|NO", "Whether a person has decided on the passage's tags."),
    ];

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
    private readonly Option<bool> json = SharedOptions.Json("The answer as JSON: hits, total and facets.");
    private readonly List<(FilterField Field, Option<string[]> Option)> filters = [];
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
        foreach (var (field, name, shows, description) in FilterOptions)
        {
            var option = new Option<string[]>(name) { Description = description, HelpName = shows };
            if (FieldValues.Known(field) is { } known)
            {
                option.CompletionSources.Add([.. known]);
            }

            filters.Add((field, option));
        }
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
        foreach (var (_, option) in search.filters)
        {
            command.Add(option);
        }

        command.Add(search.limit);
        command.Add(search.offset);
        command.Add(search.order);
        command.Add(search.mode);
        command.Add(search.within);
        command.Add(search.style);
        command.Add(search.noExpand);
        command.Add(search.json);
        command.SetAction((parsed, cancellationToken) => Task.FromResult(search.Run(parsed, cancellationToken)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new SearchRequest(string.Join(' ', parsed.GetValue(query) ?? []))
        {
            Expand = !parsed.GetValue(noExpand),
            Filters = Filters(parsed),
            Limit = parsed.GetValue(limit),
            Offset = parsed.GetValue(offset),
            Order = EnumWords.Find<HitOrder>(parsed.GetRequiredValue(order))!.Value,
            Mode = parsed.GetValue(mode) is { } named ? EnumWords.Find<SearchMode>(named) : null,
            Within = EnumWords.Find<TagScope>(parsed.GetRequiredValue(within))!.Value,
            Style = EnumWords.Find<CitationStyle>(parsed.GetRequiredValue(style))!.Value,
        };
        using var store = access.Open(parsed);
        if (!store.Index.IsCurrent)
        {
            shell.Say("kb: the index was made by another version of the program, words may be missed. 'kb reindex' mends it.");
        }

        using var index = Stages.Index(store);
        var outcome = new SearchService(store, index, MeaningAccess.SourceFor(store), TimeProvider.System).Search(request, cancellationToken);
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
            new AnswerWriter(shell).Write(answer, request.Offset);
        }

        return answer.Hits.Count > 0 || answer.Total > 0 ? ExitCodes.Done : ExitCodes.NothingFound;
    }

    private List<SearchFilter> Filters(ParseResult parsed)
    {
        var read = new List<SearchFilter>();
        foreach (var (field, option) in filters)
        {
            var values = parsed.GetValue(option) ?? [];
            if (values.Length > 0)
            {
                read.Add(Merge(field, option.Name, values));
            }
        }

        return read;
    }

    /// <summary>An option given twice means either.</summary>
    private static SearchFilter Merge(FilterField field, string option, string[] values)
    {
        var each = values.Select(value => FieldValues.Parse(field, value, out var error)
            ?? throw new RejectedInputException(new("bad-filter", $"{option}: {error!.Message} {error.Hint}"))).ToList();
        if (each.Count > 1 && each.Any(filter => filter.Values.Count == 0))
        {
            throw new RejectedInputException(new("bad-filter", $"{option}: a range cannot be joined with other values; give one of them."));
        }

        return each.Count == 1 ? each[0] : new(field, [.. each.SelectMany(filter => filter.Values).Distinct(StringComparer.Ordinal)]);
    }

    private static RejectedInputException Misread(string query, QueryError error) => new(new(
        "bad-query", $"the query cannot be read at character {error.Position + 1}: {error.Message} {error.Hint}\n    {query}\n    {new string(' ', error.Position)}{new string('^', Math.Max(1, error.Length))}"));
}
