using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Citing;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Likeness;

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
    /// <summary>Hits looked at beyond twice those asked for, before it is known how many stand under others.</summary>
    private const int GroupingRoom = 20;

    /// <summary>Most words of a passage by which its like are looked for.</summary>
    private const int WordsOfLikeness = 32;

    /// <summary>Hits among which the same point is looked for, however few are asked for.</summary>
    private const int LookedThrough = 50;

    /// <summary>The farthest hit shown where the same passages stand under one: all before it have to be read.</summary>
    private const int MostGrouped = 5_000;

    /// <summary>So that the number of the last hit is a number still.</summary>
    private const int Farthest = int.MaxValue - SearchRequest.MostHits;

    private static readonly CodedText TooFar = CodedText.Of(
        "hits-too-far",
        $"Hits beyond {MostGrouped} are given only one by one: narrow the search, or ask for the same passage of related documents each by itself (group=no, --ungroup).");

    private static readonly IReadOnlyDictionary<DocumentId, IReadOnlyList<RelatedDocument>> NoneRelated = new Dictionary<DocumentId, IReadOnlyList<RelatedDocument>>();

    private readonly KnowledgeStore store;
    private readonly IPassageIndex index;
    private readonly MeaningSource meaning;
    private readonly TimeProvider time;
    private readonly TagStrengths strengths;
    private readonly DocumentInfos documents;
    private readonly AskedDocuments named = new();
    private readonly SpellingWords spellings;
    private readonly Relations relations;

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
        strengths = new(store);
        documents = new(store);
        relations = new(store);
        spellings = new(index, time);
    }

    /// <summary>Hits of documents with this grade or a worse one are marked "check the print": "A" to "D"; default "D".</summary>
    public string CheckPrintFrom { get; init; } = "D";

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
        var compiled = QueryCompiler.Compile(parsed.Query, TextLanguages.All, () => index.Vocabulary(ViewOf(request)), terms, request.Say);
        var asked = meaning.Ask(request, parsed.Query, terms);
        var related = request.Group ? relations.Now() : NoneRelated;
        var tooFar = related.Count > 0 && request.Offset >= MostGrouped;
        var query = new IndexQuery(compiled.Root, request.Filters, tooFar ? 0 : Math.Min(request.Offset, Farthest), tooFar ? 0 : request.Limit)
        {
            Audience = request.Audience, UpTo = ViewOf(request).UpTo, Facets = request.Facets, Order = request.Order, Meaning = asked.Request,
            Within = request.Within, FacetValues = request.FacetValues,
        };
        var asking = Asking(query, related.Count > 0 && !tooFar);
        var found = Ask(asking, cancellation);
        var groups = related.Count > 0
            ? Grouped(asking, query.Offset + query.Limit, found, new(related), cancellation)
            : Ordered(asking, found.Hits).ConvertAll(hit => new HitGroup(hit.Hit, hit.Entry, []));
        var hits = NearSame.Mark(Hits(request, compiled.Root, [.. groups.Skip(query.Offset - asking.Offset).Take(query.Limit)]));
        var understood = string.Join("; ", request.Filters.Select(filter => QueryWording.Describe(filter, request.Say)).Prepend(compiled.Understood).Concat(QueryWording.Describe(request.Within, request.Say)));
        var infos = documents.Now();
        var facets = FacetLabels.Write(found.Facets, infos, request.Audience);
        var documentsNamed = DocumentsNamed(request, parsed.Query, infos);
        var suggestions = Suggestions(request, parsed.Query, found.Total, hits, cancellation);
        return new(
            new(request.Query, understood, found.Total, time.GetElapsedTime(started).TotalMilliseconds, hits, facets)
            {
                Mode = asked.Mode is { } mode ? EnumWords.Of(mode) : null,
                AsOf = (request.AsOf ?? new(found.Newest, asked.Newest)).ToString(),
                Added = found.Added > 0 ? found.Added : null,
                Folded = groups.Take(query.Offset - asking.Offset + hits.Count).Sum(group => group.Others.Count) is > 0 and var folded ? folded : null,
                IsExpanded = compiled.IsExpanded,
                IsTooFar = tooFar && found.Total > request.Offset,
                Notice = (tooFar ? TooFar : asked.Notice) is { } notice ? request.Say(notice) : null,
                Documents = documentsNamed.Count > 0 ? documentsNamed : null,
                Suggestions = suggestions.Count > 0 ? suggestions : null,
            },
            null);
    }

    /// <summary>
    /// Passages of other documents that speak of the same: those in nearly the same words are marked by <see cref="SearchHit.SameAs"/> and come
    /// first, then more of the same kind. An old id is followed; null when there is no such passage for the audience.
    /// </summary>
    /// <param name="id">The passage.</param>
    /// <param name="limit">Hits to give, 0 to <see cref="SearchRequest.MostHits"/>.</param>
    /// <param name="audience">Who asks.</param>
    /// <param name="cancellation">Stops between parts.</param>
    /// <exception cref="RejectedInputException">The store cannot be read.</exception>
    public SearchAnswer? Similar(PassageId id, int limit, Visibility audience, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, SearchRequest.MostHits);
        var started = time.GetTimestamp();
        if (store.Passages.Find(id) is not { } passage || store.Documents.Info(passage.Document) is not { } document || document.Visibility > audience)
        {
            return null;
        }

        index.Follow(cancellation);
        SearchFilter elsewhere = new(FilterField.Document, [passage.Document.Value]);
        string[] kinds = [.. store.Passages.Tags([passage])[passage.Passage.Id].Kinds.Select(tag => tag.Label)];
        // Of a long passage the longest words: they are the rare ones, by which alike passages are told.
        var words = new ListNode(
            [
                .. Tokenizer.Tokens(passage.Passage.Text).Select(token => token.Text).Distinct(StringComparer.OrdinalIgnoreCase)
                    .OrderByDescending(word => word.Length).Take(WordsOfLikeness).Select(word => new WordNode(word)),
            ],
            WordPlace.Anywhere);
        var root = QueryCompiler.Compile(words, TextLanguages.All, () => index.Vocabulary(audience)).Root;
        var request = new SearchRequest("") { Audience = audience, Limit = limit };
        // By what the whole passage means. What is added by meaning must lie elsewhere too, which filters cannot say: so nothing is added.
        var meant = meaning.Like(passage.Passage.Text, TextLanguage.Of(passage.Passage.Language, document.Language));
        List<HitGroup> Ask(SearchFilter[] filters) => Alone(index.Search(
            new(new AllNode([root, new ComplementNode(new HoldsNode(elsewhere))]), filters, 0, Math.Max(limit, LookedThrough))
            {
                Audience = audience, Meaning = meant,
            },
            cancellation));

        // Only those shown are written as hits: citing and marking all that were looked through took most of a passage page's time.
        var sketch = WordSketch.Of(passage.Passage.Text);
        var anything = Ask([]);
        var same = anything.Select(found => found.Entry.Passage).Where(other => WordSketch.Of(other.Text).Likeness(sketch) >= NearSame.LeastLikeness)
            .Select(other => other.Id.Value).ToHashSet(StringComparer.Ordinal);
        bool IsSame(HitGroup found) => same.Contains(found.Entry.Passage.Id.Value);
        var more = kinds.Length > 0 ? Ask([new(FilterField.Kind, kinds)]) : anything;
        SearchHit[] hits =
        [
            .. Hits(request, root, [.. anything.Where(IsSame).Concat(more.Where(found => !IsSame(found))).Take(limit)])
                .Select(hit => same.Contains(hit.PassageId) ? hit with { SameAs = passage.Passage.Id.Value } : hit),
        ];
        var of = kinds.Length > 0 ? $", {string.Join(" or ", kinds)}" : "";
        return new("", $"like {passage.Passage.Id.Value} in other documents{of}", hits.Length, time.GetElapsedTime(started).TotalMilliseconds, hits, new Dictionary<string, IReadOnlyList<FacetCount>>());
    }

    /// <summary>Brings the index to the store's present state.</summary>
    /// <returns>The generation of the store that answers show now: that of a large store may be a second behind.</returns>
    /// <exception cref="RejectedInputException">The store cannot be read.</exception>
    public long Follow(CancellationToken cancellation)
    {
        index.Follow(cancellation);
        return index.Generation;
    }

    private Thesaurus ThesaurusOf(SearchRequest request) => request.Expand ? index.Terms(ViewOf(request)) : Thesaurus.Empty;

    private static Viewpoint ViewOf(SearchRequest request) => new(request.Audience, request.AsOf?.Documents ?? long.MaxValue);

    private IReadOnlyList<HitDocument> DocumentsNamed(SearchRequest request, QueryNode query, IReadOnlyDictionary<DocumentId, DocumentInfo> infos) =>
        request is { Helps: true, Offset: 0, Limit: > 0 } ? [.. named.In(query, request.Filters, infos, ViewOf(request)).Select(HitWriter.Shown)] : [];

    private IReadOnlyList<Suggestion> Suggestions(SearchRequest request, QueryNode query, int total, IReadOnlyList<SearchHit> hits, CancellationToken cancellation)
    {
        var vocabulary = new Lazy<IReadOnlyList<VocabularyWord>>(() => spellings.Of(request.Audience));
        var terms = ThesaurusOf(request with { AsOf = null });
        int Count(QueryNode node)
        {
            var compiled = QueryCompiler.Compile(node, TextLanguages.All, () => vocabulary.Value, terms);
            return index.Search(new(compiled.Root, [], 0, 0) { Audience = request.Audience, Within = request.Within }, cancellation).Total;
        }

        var finder = new SuggestionFinder(() => vocabulary.Value, Count, request.Say, cancellation);
        return total == 0 ? finder.Find(query, request.Filters) : request is { Helps: true, Offset: 0, Limit: > 0 } ? finder.Misspelt(query, request.Filters, hits) : [];
    }

    /// <summary>What the index is asked: more than was asked for where hits are put in order anew, or may stand under others.</summary>
    private static IndexQuery Asking(IndexQuery query, bool grouped)
    {
        var end = query.Offset + query.Limit;
        if (grouped)
        {
            return query with { Offset = 0, Limit = Math.Max(Reranking.Depth, (2 * end) + GroupingRoom) };
        }

        return query.Order == HitOrder.Relevance && query.Limit > 0 && query.Offset < Reranking.Depth
            ? query with { Offset = 0, Limit = Math.Max(Reranking.Depth, end) }
            : query;
    }

    private List<(IndexHit Hit, PassageEntry Entry)> Ordered(IndexQuery asked, IReadOnlyList<IndexHit> hits)
    {
        var byRow = hits.ToDictionary(hit => hit.Row);
        var found = store.Passages.ByRows([.. hits.Select(hit => hit.Row)]).Select(entry => (byRow[entry.Row], entry)).ToList();
        return asked.Order != HitOrder.Relevance || TagStrengths.Orders(asked) ? found : asked.Offset > 0 ? [.. Reranking.Behind(found)] : Reranking.Order(found);
    }

    private IndexAnswer Ask(IndexQuery query, CancellationToken cancellation)
    {
        if (!TagStrengths.Orders(query))
        {
            return index.Search(query, cancellation);
        }

        var all = index.Search(query with { Offset = 0, Limit = int.MaxValue, Order = HitOrder.Document }, cancellation);
        return all with { Hits = strengths.Order(query, all.Hits) };
    }

    private List<HitGroup> Alone(IndexAnswer found)
    {
        var byRow = found.Hits.ToDictionary(hit => hit.Row);
        return [.. store.Passages.ByRows([.. found.Hits.Select(hit => hit.Row)]).Select(entry => new HitGroup(byRow[entry.Row], entry, []))];
    }

    /// <summary>Groups from the best hit on, since which stands under which depends on all before it; looks farther where too many stand under others.</summary>
    private List<HitGroup> Grouped(IndexQuery query, int wanted, IndexAnswer found, HitGrouping grouping, CancellationToken cancellation)
    {
        var (hits, asked) = (found.Hits, query.Limit);
        while (true)
        {
            var groups = grouping.Group(Ordered(query, hits));
            if (groups.Count >= wanted || hits.Count < asked)
            {
                return groups;
            }

            asked *= 2;
            hits = Ask(query with { Limit = asked, Facets = [] }, cancellation).Hits;
        }
    }

    private List<SearchHit> Hits(SearchRequest request, IndexNode root, List<HitGroup> groups)
    {
        var tags = store.Passages.Tags([.. groups.Select(group => group.Entry)]);
        var infos = documents.Now();
        bool Seen(DocumentId id) => infos.TryGetValue(id, out var info) && info.Visibility <= request.Audience;
        var writer = new HitWriter(new(root), new CitationWriter(request.Style), CheckPrintFrom);
        var hits = new List<SearchHit>(groups.Count);
        foreach (var group in groups.Where(group => Seen(group.Entry.Document)))
        {
            var written = writer.Write(
                request.Offset + hits.Count + 1, group.Hit.Score, group.Entry, tags[group.Entry.Passage.Id], infos[group.Entry.Document]);
            var others = group.Others.Where(other => Seen(other.Document)).Select(other => writer.WriteOther(other, infos[other.Document])).ToList();
            hits.Add(written with { ByMeaning = group.Hit.ByMeaningAlone ? true : null, AlsoIn = others.Count > 0 ? others : null });
        }

        return hits;
    }
}
