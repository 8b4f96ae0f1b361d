using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Index.Memory;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Tests.Conformance;

public sealed class MemoryPassageFacetTests : PassageFacetConformance
{
    protected override IPassageIndex Open(KnowledgeStore store) => new MemoryPassageIndex(store);
}
