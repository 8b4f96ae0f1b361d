using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Text;

namespace KnowledgeBase.Tagging.Reviews;

/// <summary>A passage that a person might decide on.</summary>
/// <param name="Id">The passage.</param>
/// <param name="Text">Its words.</param>
/// <param name="Scores">Probability of each kind.</param>
public sealed record Candidate(PassageId Id, string Text, IReadOnlyDictionary<string, double> Scores);

/// <summary>A passage worth deciding on.</summary>
/// <param name="Candidate">The passage.</param>
/// <param name="Label">The kind that the model is least sure of.</param>
/// <param name="Value">How much a decision would teach, 0 to 1, against the others.</param>
public sealed record Suggestion(Candidate Candidate, string Label, double Value);

/// <summary>What to decide next.</summary>
/// <param name="Suggestions">The most instructive first.</param>
/// <param name="StopHint">In plain words why going on would teach little, or null while it still does.</param>
public sealed record ReviewAgenda(IReadOnlyList<Suggestion> Suggestions, string? StopHint);

/// <summary>
/// Chooses the passages whose labels would teach most: those the model is unsure of, of kinds with few decisions, and unlike one
/// another (Settles, Active Learning Literature Survey, 2009; density by words instead of vectors).
/// </summary>
public static class NextToReview
{
    private const int Pool = 400;
    private const double Sure = 0.15;
    private const double FewUnsure = 0.02;

    /// <summary>Chooses.</summary>
    /// <param name="candidates">Passages without a person's decision.</param>
    /// <param name="decided">How many decisions there are of each kind.</param>
    /// <param name="count">How many are wanted, at least 1.</param>
    public static ReviewAgenda Choose(IReadOnlyList<Candidate> candidates, IReadOnlyDictionary<string, int> decided, int count)
    {
        var ranked = candidates.Select(candidate => Rate(candidate, decided))
            .OrderByDescending(suggestion => suggestion.Value).ThenBy(suggestion => suggestion.Candidate.Id.Value, StringComparer.Ordinal)
            .Take(Pool).ToList();
        var words = ranked.ToDictionary(
            suggestion => suggestion.Candidate.Id,
            suggestion => Tokenizer.Tokenize(suggestion.Candidate.Text).Select(token => token.Word).Where(word => word.Length > 3).ToHashSet(StringComparer.Ordinal));
        var chosen = new List<Suggestion>();
        while (chosen.Count < count && ranked.Count > 0)
        {
            // A passage much like one already chosen would teach the same again.
            var best = ranked.MaxBy(suggestion => suggestion.Value
                * (1 - chosen.Select(other => Likeness(words[suggestion.Candidate.Id], words[other.Candidate.Id])).DefaultIfEmpty(0).Max()))!;
            chosen.Add(best);
            ranked.Remove(best);
        }

        return new(chosen, Hint(candidates));
    }

    private static Suggestion Rate(Candidate candidate, IReadOnlyDictionary<string, int> decided)
    {
        var best = ("", 0.0);
        foreach (var (label, probability) in candidate.Scores.OrderBy(score => score.Key, StringComparer.Ordinal))
        {
            var value = Doubt(probability) * (0.5 + (0.5 / Math.Sqrt(1 + (decided.GetValueOrDefault(label) / 25.0))));
            if (value > best.Item2)
            {
                best = (label, value);
            }
        }

        return new(candidate, best.Item1, best.Item2);
    }

    /// <summary>1 at one half, 0 at 0 and 1.</summary>
    private static double Doubt(double probability) => 1 - Math.Abs((2 * probability) - 1);

    private static double Likeness(HashSet<string> a, HashSet<string> b)
    {
        var common = a.Count(b.Contains);
        return common == 0 ? 0 : (double)common / (a.Count + b.Count - common);
    }

    private static string? Hint(IReadOnlyList<Candidate> candidates)
    {
        if (candidates.Count == 0)
        {
            return "Every passage has a person's decision.";
        }

        var unsure = candidates.Count(candidate => candidate.Scores.Values.Any(probability => probability > Sure && probability < 1 - Sure));
        return unsure <= FewUnsure * candidates.Count
            ? $"The model is unsure of only {unsure} of {candidates.Count} passages; further decisions will change little until new kinds of reports come in."
            : null;
    }
}
