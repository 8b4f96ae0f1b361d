using KnowledgeBase.Search.Index;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Tests.Conformance;

public sealed class ServicePassageFacetTests : PassageFacetConformance
{
    protected override IPassageIndex Open(KnowledgeStore store) => new ServicePassageIndex(store);
}
