using KnowledgeBase.Tagging;
using KnowledgeBase.Tagging.Tests.Conformance;

namespace KnowledgeBase.Engines.MLNet.Tests;

public sealed class MlNetClassifierTests : PassageClassifierConformance
{
    private static readonly MlNetClassifier Delivered = new(MlNetClassifier.Delivered());

    protected override IPassageClassifier Create() => Delivered;

    [Fact]
    public void Is_told_apart_from_the_products_own_model()
    {
        Assert.StartsWith("mlnet/", Delivered.Name, StringComparison.Ordinal);
        Assert.NotEqual(DefaultModel.Load().Name[6..], Delivered.Name[6..]);
    }
}
