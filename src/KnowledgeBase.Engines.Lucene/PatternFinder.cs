using System.Buffers;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Spans;
using Lucene.Net.Util;

namespace KnowledgeBase.Engines.Lucene;

/// <summary>Finds the passages that a pattern stands in, with the weight of BM25 that all engines give them.</summary>
internal sealed class PatternFinder(IndexState state, AudienceView view)
{
    private static readonly Dictionary<Term, TermContext> NoContexts = [];

    /// <summary>The matches of a pattern in passages of its languages that the audience may see.</summary>
    public Matches Find(WordPattern pattern, WordPlace place) =>
        pattern.Sequences is [{ Words.Count: 1, Prefix: false }]
            ? state.Cache.Of(pattern, place, view.Point, () => Collect(pattern, place))
            : Collect(pattern, place);

    private Matches Collect(WordPattern pattern, WordPlace place)
    {
        if ((state.LanguagesPresent & pattern.Languages) == 0)
        {
            return Matches.None;
        }

        var anyLanguage = (state.LanguagesPresent & ~pattern.Languages) == 0;

        var ordinals = new List<int>();
        var weights = new List<float>();
        var near = pattern.Sequences.Count > 1;
        foreach (var segment in state.Segments)
        {
            var lent = ArrayPool<float>.Shared.Rent(segment.Ordinals.Length);
            var frequencies = lent.AsSpan(0, segment.Ordinals.Length);
            frequencies.Clear();
            foreach (var (field, isHeading) in IndexFields.Of(pattern.Stemmed, place))
            {
                var weight = isHeading ? (float)Bm25.HeadingWeight : 1;
                if (near)
                {
                    AddNear(segment, field, pattern, frequencies);
                }
                else
                {
                    Add(segment, field, pattern.Sequences[0], weight, frequencies);
                }
            }

            for (var i = 0; i < frequencies.Length; i++)
            {
                if (frequencies[i] > 0 && segment.Ordinals[i] is >= 0 and var ordinal
                    && (anyLanguage || (state.Columns.TextLanguages[ordinal] & pattern.Languages) != 0) && (view.SeesAll || view.Visible(ordinal)))
                {
                    ordinals.Add(ordinal);
                    weights.Add(near ? 1 : Bm25.Weight(frequencies[i], state.Lengths[ordinal], view.AverageLength));
                }
            }

            ArrayPool<float>.Shared.Return(lent);
        }

        return InOrder([.. ordinals], [.. weights]);
    }

    // Segments follow each other by row unless a document was changed while another was added.
    private static Matches InOrder(int[] ordinals, float[] weights)
    {
        for (var i = 1; i < ordinals.Length; i++)
        {
            if (ordinals[i] < ordinals[i - 1])
            {
                Array.Sort(ordinals, weights);
                break;
            }
        }

        return new(ordinals, weights);
    }

    private static void Add(IndexSegment segment, string field, WordSequence sequence, float weight, Span<float> frequencies)
    {
        if (sequence.Words.Count > 1)
        {
            var spans = Spans(segment, field, sequence);
            while (spans.MoveNext())
            {
                frequencies[spans.Doc] += weight;
            }

            return;
        }

        var terms = segment.Reader.GetTerms(field)?.GetEnumerator();
        var word = new BytesRef(sequence.Words[0]);
        if (terms is null || (sequence.Prefix ? terms.SeekCeil(word) == TermsEnum.SeekStatus.END : !terms.SeekExact(word)))
        {
            return;
        }

        DocsEnum? documents = null;
        do
        {
            if (!StringHelper.StartsWith(terms.Term, word))
            {
                return;
            }

            documents = terms.Docs(segment.LiveDocs, documents, DocsFlags.FREQS);
            while (documents.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                frequencies[documents.DocID] += weight * documents.Freq;
            }
        }
        while (sequence.Prefix && terms.MoveNext());
    }

    /// <summary>
    /// Marks passages where one instance of each sequence can be chosen so that between the end of any and the start of the last lie at most
    /// so many words: the rule of FTS5's NEAR, which Lucene's own (the sum of all gaps) is not.
    /// </summary>
    private static void AddNear(IndexSegment segment, string field, WordPattern pattern, Span<float> frequencies)
    {
        var starts = pattern.Sequences.Select(sequence => Starts(segment, field, sequence)).ToArray();
        foreach (var (document, first) in starts[0])
        {
            var each = new List<int>[starts.Length];
            each[0] = first;
            var all = true;
            for (var i = 1; i < starts.Length && all; i++)
            {
                all = starts[i].TryGetValue(document, out each[i]!);
            }

            if (all && each.SelectMany(places => places).Any(last => IsNear(each, pattern, last)))
            {
                frequencies[document] = 1;
            }
        }
    }

    private static bool IsNear(List<int>[] starts, WordPattern pattern, int last)
    {
        for (var i = 0; i < starts.Length; i++)
        {
            var first = last - pattern.Sequences[i].Words.Count - pattern.Distance;
            if (!starts[i].Exists(start => start >= first && start <= last))
            {
                return false;
            }
        }

        return true;
    }

    private static Dictionary<int, List<int>> Starts(IndexSegment segment, string field, WordSequence sequence)
    {
        var starts = new Dictionary<int, List<int>>();
        var spans = Spans(segment, field, sequence);
        while (spans.MoveNext())
        {
            if (!starts.TryGetValue(spans.Doc, out var places))
            {
                starts[spans.Doc] = places = [];
            }

            places.Add(spans.Start);
        }

        return starts;
    }

    private static global::Lucene.Net.Search.Spans.Spans Spans(IndexSegment segment, string field, WordSequence sequence)
    {
        var words = sequence.Words.Select((word, i) => Word(segment, new(field, word), sequence.Prefix && i == sequence.Words.Count - 1)).ToArray();
        SpanQuery query = words.Length == 1 ? words[0] : new SpanNearQuery(words, 0, inOrder: true);
        return query.GetSpans(segment.Context, segment.LiveDocs, NoContexts);
    }

    private static SpanQuery Word(IndexSegment segment, Term term, bool prefix) => prefix
        ? (SpanQuery)new SpanMultiTermQueryWrapper<PrefixQuery>(new PrefixQuery(term)).Rewrite(segment.Reader)
        : new SpanTermQuery(term);
}
