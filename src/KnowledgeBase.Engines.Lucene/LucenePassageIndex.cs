using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Care;
using KnowledgeBase.Store.Index;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KnowledgeBase.Engines.Lucene;

/// <summary>
/// The passage index in files of its own beside the store, made by Lucene.Net. It follows the store by its generation, which stands in each
/// commit: what a crash kept from it, it takes in at its next start, and one that does not fit the store or is damaged it makes anew.
/// </summary>
public sealed class LucenePassageIndex : IPassageIndex
{
    /// <summary>Changes with the fields of the index; another version has a folder of its own.</summary>
    private const string Version = "lucene-4.8/1";

    /// <summary>How long a first answer waits for another process that makes the index.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly KnowledgeStore store;
    private readonly IndexFolder folder;
    private readonly Lock following = new();
    private IndexState state = IndexState.Empty;

    /// <param name="store">The store; stays the caller's to dispose.</param>
    public LucenePassageIndex(KnowledgeStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        this.store = store;
        folder = new(FolderOf(store));
    }

    /// <inheritdoc/>
    public string Engine => Version;

    /// <inheritdoc/>
    public long Generation => Volatile.Read(ref state).Columns.Generation;

    /// <summary>Where the index of a store lies.</summary>
    public static string FolderOf(KnowledgeStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        return Path.Combine(store.Root, "index", Version.Replace('/', '-'));
    }

    /// <inheritdoc/>
    public void Follow(CancellationToken cancellation)
    {
        lock (following)
        {
            if (state.Reader is not null && store.FullText.Read(s => s.Generation == state.Columns.Generation && IndexFolder.GenerationOf(state.Reader, s.Stamp) == s.Generation))
            {
                return;
            }

            var waitUntil = DateTime.UtcNow + LongestWait;
            while (!TryFollow(cancellation))
            {
                // Another process makes the first index: there is nothing to answer from yet.
                if (cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(100)) || DateTime.UtcNow > waitUntil)
                {
                    cancellation.ThrowIfCancellationRequested();
                    throw new IOException($"Another program has been making the index in {FolderOf(store)} for {LongestWait.TotalMinutes:0} minutes; end it, or delete the folder.");
                }
            }
        }
    }

    /// <inheritdoc/>
    public int Rebuild(IProgress<CareProgress>? progress, CancellationToken cancellation)
    {
        // The words are the store's: it analyses anew, and this index is made of what it has then.
        var documents = store.Index.Rebuild(progress, cancellation);
        Follow(cancellation);
        return documents;
    }

    /// <inheritdoc/>
    public IndexAnswer Search(IndexQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        var current = Hold();
        try
        {
            var view = current.View(new(query.Audience, query.UpTo));
            using var arena = new MatchArena();
            var matcher = new LuceneMatcher(current, arena, view);
            if (PlainWords.Of(query) is { } words)
            {
                return PlainWords.Answer(current, matcher, words, query);
            }

            var evaluator = new Evaluator(current.Columns.Within(query.Within), arena, matcher.Matches, view.Point, cancellation);
            return evaluator.Answer(evaluator.Evaluate(query.Root), query);
        }
        finally
        {
            current.Release();
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<VocabularyWord> Vocabulary(Viewpoint view)
    {
        var current = Hold();
        try
        {
            return Vocabulary(current, current.View(view));
        }
        finally
        {
            current.Release();
        }
    }

    /// <inheritdoc/>
    public Thesaurus Terms(Viewpoint view) => Volatile.Read(ref state).Columns.Terms(view);

    /// <inheritdoc/>
    public void Dispose() => Replace(IndexState.Empty);

    private static List<VocabularyWord> Vocabulary(IndexState current, AudienceView view)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var segment in current.Segments)
        {
            if (segment.Reader.GetTerms(IndexFields.TextForms)?.GetEnumerator() is not { } terms)
            {
                continue;
            }

            DocsEnum? documents = null;
            while (terms.MoveNext())
            {
                // The index's own count has deleted passages in it.
                var count = view.SeesAll && segment.LiveDocs is null ? terms.DocFreq : 0;
                if (count == 0)
                {
                    documents = terms.Docs(segment.LiveDocs, documents, DocsFlags.NONE);
                    while (documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
                    {
                        count += segment.Ordinals[documents.DocID] is >= 0 and var ordinal && view.Visible(ordinal) ? 1 : 0;
                    }
                }

                if (count > 0)
                {
                    var form = terms.Term.Utf8ToString();
                    counts[form] = counts.GetValueOrDefault(form) + count;
                }
            }
        }

        return [.. counts.Select(c => new VocabularyWord(c.Key, c.Value))];
    }

    private IndexState Hold()
    {
        while (true)
        {
            var current = Volatile.Read(ref state);
            if (current.TryHold())
            {
                return current;
            }
        }
    }

    private void Replace(IndexState by)
    {
        var before = state;
        Volatile.Write(ref state, by);
        before.Release();
    }

    // False when there is no index and another process holds the right to make one.
    private bool TryFollow(CancellationToken cancellation)
    {
        using var right = folder.TryWrite(out var writable);
        return store.FullText.Read(snapshot =>
        {
            var columns = state.Columns.Generation <= snapshot.Generation ? state.Columns.Follow(snapshot) : PassageColumns.Empty.Follow(snapshot);
            var path = folder.Current;
            var reader = IndexFolder.TryOpen(path);
            var generation = reader is null ? null : IndexFolder.GenerationOf(reader, snapshot.Stamp);
            // Who holds the right brings it up to date; until then it lags behind, as an index may.
            if (generation == snapshot.Generation || (generation is not null && right is null && writable))
            {
                Replace(new(reader, columns));
                return true;
            }

            reader?.Dispose();
            if (right is null && writable)
            {
                return false;
            }

            var maker = new IndexMaker(snapshot, columns, cancellation);
            if (right is null)
            {
                // Nothing can be written beside the store: it lives as long as this program.
                Replace(new(maker.MakeInMemory(), columns));
                return true;
            }

            if (generation is { } known && known < snapshot.Generation)
            {
                maker.Update(path!, known);
            }
            else
            {
                path = folder.Next();
                maker.Make(path);
                folder.Swap(path);
            }

            Replace(new(IndexFolder.TryOpen(path) ?? throw new IOException($"The index just written in {path} cannot be read."), columns));
            return true;
        });
    }
}
