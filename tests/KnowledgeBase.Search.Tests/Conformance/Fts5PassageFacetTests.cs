using KnowledgeBase.Search.Index;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Tests.Conformance;

public sealed class Fts5PassageFacetTests : PassageFacetConformance
{
    protected override IPassageIndex Open(KnowledgeStore store) => new Fts5PassageIndex(store);
}
