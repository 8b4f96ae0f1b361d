using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Search.Index.Memory;

/// <summary>
/// Finds patterns in one segment. A match's ordinal is here the number of the passage in the segment, its score how often the pattern stands
/// there: times in the text, plus times in the heading by their weight; 0 for words near each other.
/// </summary>
internal sealed class PatternMatcher(PostingsSegment segment, MatchArena arena)
{
    /// <summary>All passages with the pattern, by rising number.</summary>
    public MatchSet Match(WordPattern pattern, WordPlace place)
    {
        if (pattern.Sequences is [{ Words: [var word], Prefix: var prefix }])
        {
            return Word(TermsOf(word, prefix, pattern.Stemmed), place);
        }

        var sequences = pattern.Sequences.Select(s => Sequence(s, pattern.Stemmed, place)).ToArray();
        return sequences.Length == 1 ? Count(sequences[0]) : Near(sequences, pattern);
    }

    private int[] TermsOf(string word, bool prefix, bool stemmed) =>
        [.. prefix ? segment.OfPrefix(word) : stemmed ? segment.OfStem(word) : segment.OfForm(word)];

    private MatchSet Word(int[] terms, WordPlace place)
    {
        if (terms.Length <= 1)
        {
            return terms is [var only] ? Word(only, place) : MatchSet.Empty;
        }

        var sum = FrequencySum.Of(segment.Lengths.Length);
        foreach (var term in terms)
        {
            var places = new PlaceReader(segment, term);
            while (places.Next())
            {
                if (FrequencyOf(places, place) is var frequency and > 0)
                {
                    sum.Add(places.Passage, frequency);
                }
            }
        }

        return sum.Take(arena);
    }

    private MatchSet Word(int term, WordPlace place)
    {
        var (passages, frequencies, _) = arena.Rent((segment.Places.Of(term).Length + 1) / 2);
        var kept = 0;
        var places = new PlaceReader(segment, term);
        while (places.Next())
        {
            if (FrequencyOf(places, place) is var frequency and > 0)
            {
                passages[kept] = places.Passage;
                frequencies[kept++] = frequency;
            }
        }

        return new(passages, frequencies, kept);
    }

    private static float FrequencyOf(PlaceReader places, WordPlace place) => place switch
    {
        WordPlace.Heading => (float)(places.HeadingCount * Bm25.HeadingWeight),
        WordPlace.Text => places.TextCount,
        _ => places.TextCount + (float)(places.HeadingCount * Bm25.HeadingWeight),
    };

    private SequenceCursor Sequence(WordSequence sequence, bool stemmed, WordPlace place) => new(
        [.. sequence.Words.Select((w, i) => new WordCursor(segment, TermsOf(w, sequence.Prefix && i == sequence.Words.Count - 1, stemmed)))], place);

    private MatchSet Count(SequenceCursor sequence)
    {
        var (passages, frequencies, _) = arena.Rent(sequence.MostPassages);
        var kept = 0;
        for (sequence.MoveTo(0); sequence.Passage != TermCursor.End; sequence.MoveTo(sequence.Passage + 1))
        {
            passages[kept] = sequence.Passage;
            frequencies[kept] = 0;
            foreach (var instance in sequence.Instances)
            {
                frequencies[kept] += instance.InHeading ? (float)Bm25.HeadingWeight : 1;
            }

            kept++;
        }

        return new(passages, frequencies, kept);
    }

    private MatchSet Near(SequenceCursor[] sequences, WordPattern pattern)
    {
        var (passages, frequencies, _) = arena.Rent(sequences.Min(s => s.MostPassages));
        var kept = 0;
        for (var passage = IPassageCursor.MoveAll(sequences, 0); passage != TermCursor.End; passage = IPassageCursor.MoveAll(sequences, passage + 1))
        {
            if (AreNear(sequences, pattern))
            {
                passages[kept] = passage;
                frequencies[kept++] = 0;
            }
        }

        return new(passages, frequencies, kept);
    }

    // Goes on with the sequence that stands first, until all stand close or one has no more places.
    private static bool AreNear(SequenceCursor[] sequences, WordPattern pattern)
    {
        var at = new int[sequences.Length];
        while (true)
        {
            var least = 0;
            var greatest = 0;
            for (var i = 1; i < sequences.Length; i++)
            {
                least = Value(i) < Value(least) ? i : least;
                greatest = Value(i) > Value(greatest) ? i : greatest;
            }

            var first = sequences[least].Instances[at[least]];
            var last = sequences[greatest].Instances[at[greatest]];
            // A heading's and a text's positions lie too far apart to be near.
            if (last.Value - (first.Value + pattern.Sequences[least].Words.Count) <= pattern.Distance && last.Field == first.Field)
            {
                return true;
            }

            if (++at[least] == sequences[least].Instances.Count)
            {
                return false;
            }
        }

        long Value(int sequence) => sequences[sequence].Instances[at[sequence]].Value;
    }
}
