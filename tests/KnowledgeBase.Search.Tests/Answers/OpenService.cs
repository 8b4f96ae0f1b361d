using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Index.Memory;
using KnowledgeBase.Search.Meaning;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Search.Tests.Meaning;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Care;

namespace KnowledgeBase.Search.Tests.Answers;

/// <summary>A search service over a test store, with either engine, with vectors of letters or without; counts what it asks its index.</summary>
internal sealed class OpenService : IDisposable
{
    private readonly CountingIndex index;

    public OpenService(SearchFolder folder, bool memory = false, bool meaning = false, Action? onVocabulary = null)
    {
        var encoder = new LetterEncoder();
        if (meaning)
        {
            new VectorBuilder(folder.Store.Vectors, encoder).Run(null, CancellationToken.None);
        }

        index = new(memory ? new MemoryPassageIndex(folder.Store) : new Fts5PassageIndex(folder.Store), onVocabulary);
        Service = new(folder.Store, index, meaning ? MeaningSource.Of(new(folder.Store.Vectors, encoder)) : MeaningSource.None, TimeProvider.System);
    }

    public SearchService Service { get; }

    public int Searches => index.Searches;

    public SearchAnswer Search(string query, params IReadOnlyList<SearchFilter> filters) => Search(new SearchRequest(query) { Filters = filters });

    public SearchAnswer Search(SearchRequest request)
    {
        var outcome = Service.Search(request, CancellationToken.None);
        return outcome.Answer ?? throw new InvalidOperationException($"{request.Query}: {outcome.Error}");
    }

    public void Dispose() => index.Dispose();

    private sealed class CountingIndex(IPassageIndex index, Action? onVocabulary) : IPassageIndex
    {
        public int Searches { get; private set; }

        public string Engine => index.Engine;

        public long Generation => index.Generation;

        public void Follow(CancellationToken cancellation) => index.Follow(cancellation);

        public int Rebuild(IProgress<CareProgress>? progress, CancellationToken cancellation) => index.Rebuild(progress, cancellation);

        public IndexAnswer Search(IndexQuery query, CancellationToken cancellation)
        {
            Searches++;
            return index.Search(query, cancellation);
        }

        public IReadOnlyList<VocabularyWord> Vocabulary(Viewpoint view)
        {
            onVocabulary?.Invoke();
            return index.Vocabulary(view);
        }

        public Thesaurus Terms(Viewpoint view) => index.Terms(view);

        public void Dispose() => index.Dispose();
    }
}
