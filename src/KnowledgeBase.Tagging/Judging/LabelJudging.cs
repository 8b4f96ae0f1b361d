using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Labels;

namespace KnowledgeBase.Tagging.Judging;

/// <summary>Judges a classifier on labelled documents that it was not learned from.</summary>
public static class LabelJudging
{
    /// <summary>One judgement per labelled passage, in order.</summary>
    public static IReadOnlyList<Judgement> Judge(IReadOnlyList<LabelledDocument> documents, IPassageClassifier classifier)
    {
        var judgements = new List<Judgement>();
        foreach (var document in documents)
        {
            var tags = classifier.Predict(document.Document).Tags;
            foreach (var passage in PassageContexts.Of(document.Document))
            {
                if (document.Labels.TryGetValue(passage.Id, out var labels))
                {
                    var given = tags[passage.Id];
                    judgements.Add(new(
                        passage.Text,
                        given.Kinds.Concat(given.Themes).Concat(given.Addressees).Select(tag => tag.Label).ToHashSet(StringComparer.Ordinal),
                        labels.Asserted, labels.Arguable, given.Scores));
                }
            }
        }

        return judgements;
    }
}
