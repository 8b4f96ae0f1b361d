using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Citing;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Answers;

/// <summary>An answer, or why there is none.</summary>
/// <param name="Answer">The answer, or null.</param>
/// <param name="Error">What is wrong with the query, or null.</param>
public sealed record SearchOutcome(SearchAnswer? Answer, QueryError? Error);

/// <summary>
/// Answers queries: the one service behind the command line, the HTTP API and the pages. Safe to use from several threads.
/// </summary>
public sealed class SearchService
{
    private readonly KnowledgeStore store;
    private readonly IPassageIndex index;
    private readonly MeaningSource meaning;
    private readonly TimeProvider time;

    /// <summary>A service that knows only keywords.</summary>
    /// <param name="store">The store; stays the caller's to dispose.</param>
    /// <param name="index">The index over it; stays the caller's to dispose.</param>
    /// <param name="time">The clock that measures how long answers take.</param>
    public SearchService(KnowledgeStore store, IPassageIndex index, TimeProvider time)
        : this(store, index, MeaningSource.None, time)
    {
    }

    /// <param name="store">The store; stays the caller's to dispose.</param>
    /// <param name="index">The index over it; stays the caller's to dispose.</param>
    /// <param name="meaning">Gives the vectors, if any.</param>
    /// <param name="time">The clock that measures how long answers take.</param>
    public SearchService(KnowledgeStore store, IPassageIndex index, MeaningSource meaning, TimeProvider time)
    {
        this.store = store;
        this.index = index;
        this.meaning = meaning;
        this.time = time;
    }

    /// <summary>Answers a query; one that cannot be read is an outcome, not an exception.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Limit or offset lie outside their range.</exception>
    /// <exception cref="RejectedInputException">The store cannot be read.</exception>
    public SearchOutcome Search(SearchRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegative(request.Offset);
        ArgumentOutOfRangeException.ThrowIfNegative(request.Limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Limit, SearchRequest.MostHits);
        var started = time.GetTimestamp();
        var parsed = QueryParser.Parse(request.Query);
        if (parsed.Query is null)
        {
            return new(null, parsed.Error);
        }

        index.Follow(cancellation);
        var terms = ThesaurusOf(request);
        var compiled = QueryCompiler.Compile(parsed.Query, Languages(request.Filters), () => index.Vocabulary(request.Audience), terms);
        var asked = meaning.Ask(request, parsed.Query, terms);
        var found = index.Search(
            new(compiled.Root, request.Filters, request.Offset, request.Limit)
            {
                Audience = request.Audience, Facets = request.Facets, Order = request.Order, Meaning = asked.Request,
            },
            cancellation);
        var hits = Hits(request, compiled.Root, found);
        var understood = string.Join("; ", request.Filters.Select(QueryWording.Describe).Prepend(compiled.Understood));
        return new(
            new(request.Query, understood, found.Total, time.GetElapsedTime(started).TotalMilliseconds, hits, Facets(found))
            {
                Mode = asked.Mode is { } mode ? EnumWords.Of(mode) : null,
                Added = found.Added > 0 ? found.Added : null,
                Notice = asked.Notice,
                Suggestions = found.Total == 0 ? Suggestions(request, parsed.Query, cancellation) : null,
            },
            null);
    }

    private Thesaurus ThesaurusOf(SearchRequest request) => request.Expand ? index.Terms(request.Audience) : Thesaurus.Empty;

    private IReadOnlyList<Suggestion>? Suggestions(SearchRequest request, QueryNode query, CancellationToken cancellation)
    {
        var vocabulary = new Lazy<IReadOnlyList<VocabularyWord>>(() => index.Vocabulary(request.Audience));
        int Count(QueryNode node)
        {
            var compiled = QueryCompiler.Compile(node, TextLanguages.All, () => vocabulary.Value, ThesaurusOf(request));
            return index.Search(new(compiled.Root, [], 0, 0) { Audience = request.Audience }, cancellation).Total;
        }

        var found = new SuggestionFinder(() => vocabulary.Value, Count).Find(query, request.Filters);
        return found.Count > 0 ? found : null;
    }

    // All languages, unless a filter names some: a pattern for a language that no passage has finds nothing and costs little.
    private static TextLanguages Languages(IReadOnlyList<SearchFilter> filters)
    {
        var wanted = filters.Where(f => f.Field == FilterField.Lang).SelectMany(f => f.Values)
            .Aggregate(TextLanguages.None, (all, code) => all | TextLanguage.Of(code, null));
        return wanted == TextLanguages.None ? TextLanguages.All : wanted;
    }

    private List<SearchHit> Hits(SearchRequest request, IndexNode root, IndexAnswer found)
    {
        var byRow = found.Hits.ToDictionary(h => h.Row);
        var passages = store.Passages.ByRows([.. found.Hits.Select(h => h.Row)]);
        var tags = store.Passages.Tags(passages);
        var documents = passages.Select(p => p.Document).Distinct()
            .Select(store.Documents.Info).OfType<DocumentInfo>().ToDictionary(d => d.Id);
        var writer = new HitWriter(new(root), new CitationWriter(request.Style));
        var hits = new List<SearchHit>(passages.Count);
        foreach (var passage in passages.Where(p => documents.ContainsKey(p.Document)))
        {
            var hit = byRow[passage.Row];
            var written = writer.Write(
                request.Offset + hits.Count + 1, hit.Score, passage, tags[passage.Passage.Id], documents[passage.Document]);
            hits.Add(hit.ByMeaningAlone ? written with { ByMeaning = true } : written);
        }

        return hits;
    }

    private Dictionary<string, IReadOnlyList<FacetCount>> Facets(IndexAnswer found)
    {
        var facets = new Dictionary<string, IReadOnlyList<FacetCount>>(StringComparer.Ordinal);
        foreach (var (field, values) in found.Facets)
        {
            facets[FieldValues.NameOf(field)] = field == FilterField.Document
                ? [.. values.Select(v => new FacetCount(v.Value, v.Count) { Label = LabelOf(v.Value) })]
                : [.. values.Select(v => new FacetCount(v.Value, v.Count))];
        }

        return facets;
    }

    private string? LabelOf(string document) =>
        store.Documents.Info(new(document)) is { } info ? info.Title ?? info.Source.FileName : null;
}
