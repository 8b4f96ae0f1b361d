using KnowledgeBase.Tagging;
using KnowledgeBase.Tagging.Learning;
using KnowledgeBase.Tagging.Tests.Conformance;

namespace KnowledgeBase.Engines.MLNet.Tests;

public sealed class MlNetModelTests : PassageClassifierConformance
{
    private static readonly LinearModel Model = MlNetModel.Load();

    protected override IPassageClassifier Create() => new ModelClassifier(Model);

    [Fact]
    public void Says_who_learned_it_wherever_its_name_stands() => Assert.StartsWith("mlnet/", Create().Name, StringComparison.Ordinal);

    [Fact]
    public void Is_learned_from_what_the_products_own_model_is_learned_from()
    {
        var own = DefaultModel.Load();

        Assert.Equal(own.Origin.DataHash, Model.Origin.DataHash);
        Assert.NotEqual(own.Name, Model.Name);
    }
}
