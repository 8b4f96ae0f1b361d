using System.Numerics;

namespace KnowledgeBase.Search.Index.Memory;

/// <summary>Adds up the frequencies of several terms that count as one.</summary>
/// <param name="passages">Number of passages in the segment.</param>
internal sealed class FrequencySum(int passages)
{
    // One for each thread, of zeros between two sums: a fresh one for every word of a long question is most of what answering it costs.
    [ThreadStatic]
    private static float[]? scratch;

    /// <summary>The sum, by rising passage.</summary>
    public List<PatternMatch> Sum(IEnumerable<List<PatternMatch>> terms)
    {
        var frequencies = scratch is { } ready && ready.Length >= passages ? ready : new float[passages];
        // Only lent when it is given back whole: an exception leaves the next sum a new one.
        scratch = null;
        var seen = new ulong[(passages + 63) / 64];
        foreach (var term in terms)
        {
            foreach (var match in term)
            {
                frequencies[match.Passage] += match.Frequency;
                seen[match.Passage >> 6] |= 1UL << (match.Passage & 63);
            }
        }

        var found = new List<PatternMatch>();
        for (var i = 0; i < seen.Length; i++)
        {
            for (var bits = seen[i]; bits != 0; bits &= bits - 1)
            {
                var passage = (i << 6) | BitOperations.TrailingZeroCount(bits);
                found.Add(new(passage, frequencies[passage]));
                frequencies[passage] = 0;
            }
        }

        scratch = frequencies;
        return found;
    }
}
