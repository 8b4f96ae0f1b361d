using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Search.Index.Memory;

/// <summary>How often a pattern stands in a passage of a segment.</summary>
/// <param name="Passage">Number of the passage in the segment.</param>
/// <param name="Frequency">Times in the text, plus times in the heading by their weight; for words near each other, 0.</param>
internal readonly record struct PatternMatch(int Passage, float Frequency);

/// <summary>Finds patterns in one segment.</summary>
internal sealed class PatternMatcher(PostingsSegment segment)
{
    /// <summary>All passages with the pattern, by rising number.</summary>
    public List<PatternMatch> Match(WordPattern pattern, WordPlace place)
    {
        if (pattern.Sequences is [{ Words: [var word], Prefix: var prefix }])
        {
            return Word(TermsOf(word, prefix, pattern.Stemmed), place);
        }

        var sequences = pattern.Sequences.Select(s => Instances(s, pattern.Stemmed, place)).ToArray();
        return sequences.Length == 1 ? Count(sequences[0]) : Near(sequences, pattern);
    }

    private int[] TermsOf(string word, bool prefix, bool stemmed) =>
        [.. prefix ? segment.OfPrefix(word) : stemmed ? segment.OfStem(word) : segment.OfForm(word)];

    private List<PatternMatch> Word(int[] terms, WordPlace place)
    {
        if (terms.Length > 1)
        {
            return new FrequencySum(segment.Lengths.Length).Sum(terms.Select(t => Word([t], place)));
        }

        var found = new List<PatternMatch>();
        if (terms.Length == 1)
        {
            var places = new PlaceReader(segment, terms[0]);
            while (places.Next())
            {
                if (FrequencyOf(places, place) is var frequency and > 0)
                {
                    found.Add(new(places.Passage, frequency));
                }
            }
        }

        return found;
    }

    private static float FrequencyOf(PlaceReader places, WordPlace place) => place switch
    {
        WordPlace.Heading => (float)(places.HeadingCount * Bm25.HeadingWeight),
        WordPlace.Text => places.TextCount,
        _ => places.TextCount + (float)(places.HeadingCount * Bm25.HeadingWeight),
    };

    // Where a sequence stands: keys of its first words, rising.
    private List<PositionKey> Instances(WordSequence sequence, bool stemmed, WordPlace place)
    {
        var terms = sequence.Words.Select((w, i) => TermsOf(w, sequence.Prefix && i == sequence.Words.Count - 1, stemmed)).ToArray();
        var candidates = Candidates(terms, place);
        if (candidates.Count == 0)
        {
            return [];
        }

        var found = Keys(terms[0], candidates, place);
        for (var i = 1; i < terms.Length && found.Count > 0; i++)
        {
            found = Followed(found, Keys(terms[i], candidates, place), i);
        }

        return found;
    }

    // Passages with all words, in whatever order.
    private HashSet<int> Candidates(int[][] terms, WordPlace place)
    {
        HashSet<int>? candidates = null;
        foreach (var word in terms.OrderBy(t => t.Sum(id => segment.Places.Of(id).Length)))
        {
            var passages = Word(word, place).Select(m => m.Passage);
            candidates = candidates is null ? [.. passages] : [.. passages.Where(candidates.Contains)];
            if (candidates.Count == 0)
            {
                break;
            }
        }

        return candidates ?? [];
    }

    private List<PositionKey> Keys(int[] terms, HashSet<int> candidates, WordPlace place)
    {
        var keys = new List<PositionKey>();
        foreach (var term in terms)
        {
            var places = new PlaceReader(segment, term);
            var positions = new ByteReader(segment.Positions.Of(term));
            while (places.Next())
            {
                if (!candidates.Contains(places.Passage))
                {
                    positions.Skip(places.HeadingCount + places.TextCount);
                    continue;
                }

                Read(ref positions, places.HeadingCount, places.Passage, heading: true, place == WordPlace.Text ? null : keys);
                Read(ref positions, places.TextCount, places.Passage, heading: false, place == WordPlace.Heading ? null : keys);
            }
        }

        if (terms.Length > 1)
        {
            keys.Sort();
        }

        return keys;
    }

    private static void Read(ref ByteReader positions, int count, int passage, bool heading, List<PositionKey>? keys)
    {
        var position = 0;
        for (; count > 0; count--)
        {
            position += positions.Read();
            keys?.Add(PositionKey.Of(passage, heading, position));
        }
    }

    // Those of the first keys that have one of the second so many words behind them.
    private static List<PositionKey> Followed(List<PositionKey> first, List<PositionKey> second, int distance)
    {
        var found = new List<PositionKey>();
        for (int i = 0, j = 0; i < first.Count && j < second.Count;)
        {
            var wanted = first[i].Value + distance;
            if (second[j].Value == wanted)
            {
                found.Add(first[i++]);
                j++;
            }
            else if (second[j].Value < wanted)
            {
                j++;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    private static List<PatternMatch> Count(List<PositionKey> instances)
    {
        var found = new List<PatternMatch>();
        foreach (var key in instances)
        {
            var weight = key.InHeading ? (float)Bm25.HeadingWeight : 1;
            if (found.Count > 0 && found[^1].Passage == key.Passage)
            {
                found[^1] = new(key.Passage, found[^1].Frequency + weight);
            }
            else
            {
                found.Add(new(key.Passage, weight));
            }
        }

        return found;
    }

    private static List<PatternMatch> Near(List<PositionKey>[] sequences, WordPattern pattern)
    {
        var found = new List<PatternMatch>();
        var at = new int[sequences.Length];
        while (!at.Where((p, i) => p >= sequences[i].Count).Any())
        {
            var least = 0;
            var greatest = 0;
            for (var i = 1; i < sequences.Length; i++)
            {
                least = sequences[i][at[i]].Value < sequences[least][at[least]].Value ? i : least;
                greatest = sequences[i][at[i]].Value > sequences[greatest][at[greatest]].Value ? i : greatest;
            }

            var first = sequences[least][at[least]];
            var last = sequences[greatest][at[greatest]];
            // A heading's and a text's positions lie too far apart to be near.
            if (last.Value - (first.Value + pattern.Sequences[least].Words.Count) <= pattern.Distance
                && last.Field == first.Field && (found.Count == 0 || found[^1].Passage != first.Passage))
            {
                found.Add(new(first.Passage, 0));
            }

            at[least]++;
        }

        return found;
    }
}
