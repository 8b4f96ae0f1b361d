using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Tests.Conformance;
using KnowledgeBase.Store;

namespace KnowledgeBase.Engines.Lucene.Tests;

public sealed class LucenePassageIndexTests : PassageIndexConformance
{
    protected override IPassageIndex Open(KnowledgeStore store) => new LucenePassageIndex(store);
}

public sealed class LucenePassageFilterTests : PassageFilterConformance
{
    protected override IPassageIndex Open(KnowledgeStore store) => new LucenePassageIndex(store);
}

public sealed class LucenePassageFacetTests : PassageFacetConformance
{
    protected override IPassageIndex Open(KnowledgeStore store) => new LucenePassageIndex(store);
}
