using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Rules;

namespace KnowledgeBase.Tagging.Judging;

/// <summary>A baseline: tags by the headings alone.</summary>
public sealed class HeadingClassifier : IPassageClassifier
{
    private readonly RuleClassifier rules = new();

    /// <inheritdoc/>
    public string Name => "heading-only/1";

    /// <inheritdoc/>
    public TaggedDocument Predict(StructuredDocument document)
    {
        var tags = new Dictionary<PassageId, PassageTags>();
        foreach (var passage in PassageContexts.Of(document))
        {
            tags[passage.Id] = rules.Predict(passage with { Text = "", Tokens = [] });
        }

        return new(document, tags, Name);
    }
}
