using KnowledgeBase.Documents;

namespace KnowledgeBase.Store;

/// <summary>The tags that hold: of the machine's tags the highest origin for each label, and over them the person's last word.</summary>
public static class EffectiveTags
{
    /// <summary>Applies the decisions that were not taken back to the machine's tags of one passage.</summary>
    /// <param name="machine">Tags as given by rules and model.</param>
    /// <param name="reviews">Decisions on this passage, oldest first.</param>
    public static PassageTags Of(PassageTags machine, IEnumerable<Review> reviews)
    {
        var last = new Dictionary<(ReviewField, string), Review>();
        foreach (var review in reviews.Where(r => r.UndoneAt is null))
        {
            last[(review.Field, review.Label)] = review;
        }

        var kinds = Decide(machine.Kinds, ReviewField.Kind, last.Values);
        // Whom a recommendation speaks to falls with the recommendation, unless a person says otherwise.
        var isAdvice = kinds.Exists(tag => tag.Label == "recommendation");
        return machine with
        {
            Kinds = kinds,
            Themes = Decide(machine.Themes, ReviewField.Theme, last.Values),
            Addressees = Decide(isAdvice ? machine.Addressees : [], ReviewField.Addressee, last.Values),
        };
    }

    private static List<Tag> Decide(IReadOnlyList<Tag> machine, ReviewField field, IEnumerable<Review> decisions)
    {
        var decided = decisions.Where(d => d.Field == field).ToDictionary(d => d.Label, StringComparer.Ordinal);
        var tags = new List<Tag>();
        foreach (var group in machine.GroupBy(t => t.Label, StringComparer.Ordinal))
        {
            if (!decided.ContainsKey(group.Key))
            {
                tags.Add(group.MaxBy(t => t.Origin)!);
            }
        }

        foreach (var decision in decided.Values.Where(d => d.Decision != Decision.Reject))
        {
            Evidence[] why = [new("person", decision.Why ?? decision.Person, 1)];
            tags.Add(new(decision.Label, 1, TagOrigin.Person, why));
        }

        return tags;
    }
}
