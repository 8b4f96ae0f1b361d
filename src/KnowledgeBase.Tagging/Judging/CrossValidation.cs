using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Learning;

namespace KnowledgeBase.Tagging.Judging;

/// <summary>
/// Judges the learning method on the labels: margins come from models that had not seen a passage's group, and calibration and
/// threshold of a group are chosen on the other groups, so that nothing of a group takes part in judging it.
/// </summary>
public static class CrossValidation
{
    /// <summary>One judgement per labelled passage; variations are left out.</summary>
    /// <param name="heldOut">As <see cref="Trainer.HeldOut"/> gives them.</param>
    /// <param name="settings">As they were learned with.</param>
    public static IReadOnlyList<Judgement> Judge(IReadOnlyList<HeldOutScore> heldOut, TrainingSettings settings)
    {
        var folds = Folds.Of(heldOut.Select(score => score.Example.Group), settings.Folds);
        var judgements = new List<Judgement>();
        foreach (var fold in folds.Values.Distinct().Order())
        {
            var others = heldOut.Where(score => folds[score.Example.Group] != fold).ToArray();
            var rulings = Decision.FitAll(others, settings);
            judgements.AddRange(heldOut
                .Where(score => folds[score.Example.Group] == fold && !score.Example.IsVariation)
                .Select(score => Judge(score, rulings)));
        }

        return judgements;
    }

    private static Judgement Judge(HeldOutScore score, IReadOnlyList<Decision> decisions)
    {
        var probabilities = decisions.Select((decision, label) => decision.Probability(score, label)).ToArray();
        var said = LearnedLabels.All.Where((_, label) => probabilities[label] >= decisions[label].Threshold).ToHashSet(StringComparer.Ordinal);
        if (!said.Contains("recommendation"))
        {
            said.ExceptWith(TagSet.Addressees);
        }

        return new(
            score.Example.Text, said, score.Example.Labels, new HashSet<string>(StringComparer.Ordinal),
            TagSet.Kinds.Select((kind, label) => (kind, probabilities[label])).ToDictionary(pair => pair.kind, pair => pair.Item2, StringComparer.Ordinal));
    }
}
