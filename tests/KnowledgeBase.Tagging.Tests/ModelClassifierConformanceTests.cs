using KnowledgeBase.Tagging.Tests.Conformance;

namespace KnowledgeBase.Tagging.Tests;

public sealed class ModelClassifierConformanceTests : PassageClassifierConformance
{
    private static readonly IPassageClassifier Delivered = DefaultModel.Classifier();

    protected override IPassageClassifier Create() => Delivered;
}

public sealed class LateClassifierConformanceTests : PassageClassifierConformance
{
    protected override IPassageClassifier Create() => new LateClassifier(DefaultModel.Classifier);

    [Fact]
    public void Is_loaded_on_the_first_need_and_once()
    {
        var loads = 0;
        var late = new LateClassifier(() =>
        {
            loads++;
            return DefaultModel.Classifier();
        });
        Assert.Equal(0, loads);

        late.Predict(TestDocument.Paragraph("Donors should fund local mediators."));
        Assert.Equal(DefaultModel.Classifier().Name, late.Name);

        Assert.Equal(1, loads);
    }
}
