namespace KnowledgeBase.Tagging.Judging;

/// <summary>One passage with what was said of it and what is true.</summary>
/// <param name="Text">Its words; empty when they may not be shown.</param>
/// <param name="Said">Tags given.</param>
/// <param name="Due">Tags that it carries.</param>
/// <param name="Arguable">Tags counted neither way.</param>
/// <param name="Scores">Probability of each kind; empty where the classifier gives none.</param>
public sealed record Judgement(
    string Text, IReadOnlySet<string> Said, IReadOnlySet<string> Due, IReadOnlySet<string> Arguable, IReadOnlyDictionary<string, double> Scores)
{
    /// <summary>Counts one tag over passages.</summary>
    public static TagCounts Count(IEnumerable<Judgement> judgements, string label)
    {
        int right = 0, wrong = 0, missed = 0;
        foreach (var judgement in judgements)
        {
            if (judgement.Arguable.Contains(label) && !judgement.Due.Contains(label))
            {
                continue;
            }

            switch (judgement.Said.Contains(label), judgement.Due.Contains(label))
            {
                case (true, true):
                    right++;
                    break;
                case (true, false):
                    wrong++;
                    break;
                case (false, true):
                    missed++;
                    break;
            }
        }

        return new(right, wrong, missed);
    }
}
