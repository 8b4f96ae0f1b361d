using KnowledgeBase.Tagging.Rules;
using KnowledgeBase.Tagging.Tests.Conformance;

namespace KnowledgeBase.Tagging.Tests.Rules;

public sealed class RuleClassifierConformanceTests : PassageClassifierConformance
{
    protected override IPassageClassifier Create() => new RuleClassifier();
}
