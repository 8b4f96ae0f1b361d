using KnowledgeBase.Tagging.Tests.Conformance;

namespace KnowledgeBase.Tagging.Tests;

public sealed class ModelClassifierConformanceTests : PassageClassifierConformance
{
    private static readonly IPassageClassifier Delivered = DefaultModel.Classifier();

    protected override IPassageClassifier Create() => Delivered;
}
