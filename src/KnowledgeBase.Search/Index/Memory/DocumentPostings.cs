using System.Text;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Index.Memory;

/// <summary>
/// The words of one document in a form that is quickly put together with those of others. A term is a form with its stem. Layout, all
/// numbers of variable length: number of passages; length of each in words; number of terms; then for each term, in order of form and stem,
/// letters shared with the form before, the other bytes of the form (counted), letters that the stem shares with the form, its other bytes
/// (counted), the first passage, the number of passages from there to the last, the size of the places, the places, the size of the positions, and the positions.
/// Places are, for each passage with the term: the step from the passage before (none for the first), then twice the count in the text, plus one
/// when it stands in the heading too, whose count then follows. Positions are, for each passage, the steps between positions in the heading
/// and then in the text.
/// </summary>
internal static class DocumentPostings
{
    /// <summary>Encodes the passages of a document; <see cref="Gap"/> is counted and takes a position, and is no term.</summary>
    public static byte[] Encode(IReadOnlyList<AnalysedPassage> passages, string gap)
    {
        var terms = new SortedDictionary<(string Form, string Stem), Term>(Comparer<(string Form, string Stem)>.Create(Compare));
        for (var i = 0; i < passages.Count; i++)
        {
            Collect(terms, i, passages[i].HeadingForms, passages[i].Heading, gap, heading: true);
            Collect(terms, i, passages[i].TextForms, passages[i].Text, gap, heading: false);
        }

        var output = new ByteWriter();
        output.Write(passages.Count);
        foreach (var passage in passages)
        {
            output.Write(passage.Heading.Count + passage.Text.Count);
        }

        output.Write(terms.Count);
        var before = Array.Empty<byte>();
        foreach (var ((form, stem), term) in terms)
        {
            var bytes = Encoding.UTF8.GetBytes(form);
            WriteShared(output, before, bytes);
            WriteShared(output, bytes, Encoding.UTF8.GetBytes(stem));
            term.Write(output);
            before = bytes;
        }

        return output.Written.ToArray();
    }

    /// <summary>Gives back what was encoded.</summary>
    public static IReadOnlyList<AnalysedPassage> Decode(byte[] data, string gap)
    {
        var reader = new ByteReader(data);
        var passages = new (SortedList<int, (string Form, string Stem)> Heading, SortedList<int, (string Form, string Stem)> Text)[reader.Read()];
        for (var i = 0; i < passages.Length; i++)
        {
            passages[i] = ([], []);
        }

        reader.Skip(passages.Length);
        byte[] form = [];
        for (var left = reader.Read(); left > 0; left--)
        {
            form = ReadShared(ref reader, form);
            var stem = Encoding.UTF8.GetString(ReadShared(ref reader, form));
            ReadTerm(ref reader, passages, (Encoding.UTF8.GetString(form), stem));
        }

        return [.. passages.Select(p => Passage(p.Heading, p.Text, gap))];
    }

    private static void ReadTerm(
        ref ByteReader reader, (SortedList<int, (string Form, string Stem)> Heading, SortedList<int, (string Form, string Stem)> Text)[] passages,
        (string Form, string Stem) term)
    {
        var part = PostingsPart.Read(ref reader);
        var passage = part.First;
        var counts = new ByteReader(part.Places);
        var positions = new ByteReader(part.Positions);
        for (var first = true; !counts.AtEnd; first = false)
        {
            passage += first ? 0 : counts.Read();
            var count = counts.Read();
            ReadPositions(ref positions, (count & 1) == 0 ? 0 : counts.Read(), passages[passage].Heading, term);
            ReadPositions(ref positions, count >> 1, passages[passage].Text, term);
        }
    }

    private static void ReadPositions(
        ref ByteReader positions, int count, SortedList<int, (string Form, string Stem)> words, (string Form, string Stem) term)
    {
        var position = 0;
        for (; count > 0; count--)
        {
            position += positions.Read();
            words.Add(position, term);
        }
    }

    // A position without a word is a gap; none stands at an end.
    private static AnalysedPassage Passage(
        SortedList<int, (string Form, string Stem)> heading, SortedList<int, (string Form, string Stem)> text, string gap)
    {
        string[] Words(SortedList<int, (string Form, string Stem)> words, Func<(string Form, string Stem), string> part)
        {
            var list = new string[words.Count == 0 ? 0 : words.Keys[^1] + 1];
            Array.Fill(list, gap);
            foreach (var (position, word) in words)
            {
                list[position] = part(word);
            }

            return list;
        }

        return new(Words(heading, w => w.Stem), Words(text, w => w.Stem), Words(heading, w => w.Form), Words(text, w => w.Form));
    }

    private static byte[] ReadShared(ref ByteReader reader, ReadOnlySpan<byte> before)
    {
        var shared = reader.Read();
        return [.. before[..shared], .. reader.Read(reader.Read())];
    }

    private static void Collect(
        SortedDictionary<(string Form, string Stem), Term> terms, int passage, IReadOnlyList<string> forms, IReadOnlyList<string> stems, string gap,
        bool heading)
    {
        for (var at = 0; at < forms.Count; at++)
        {
            if (forms[at] == gap)
            {
                continue;
            }

            if (!terms.TryGetValue((forms[at], stems[at]), out var term))
            {
                terms.Add((forms[at], stems[at]), term = new());
            }

            term.Add(passage, at, heading);
        }
    }

    private static int Compare((string Form, string Stem) a, (string Form, string Stem) b) =>
        string.CompareOrdinal(a.Form, b.Form) is var forms && forms != 0 ? forms : string.CompareOrdinal(a.Stem, b.Stem);

    private static void WriteShared(ByteWriter output, ReadOnlySpan<byte> before, ReadOnlySpan<byte> bytes)
    {
        var shared = before.CommonPrefixLength(bytes);
        output.Write(shared);
        output.Write(bytes.Length - shared);
        output.Write(bytes[shared..]);
    }

    private sealed class Term
    {
        private readonly List<(int Passage, List<int> Heading, List<int> Text)> places = [];

        public void Add(int passage, int position, bool heading)
        {
            if (places.Count == 0 || places[^1].Passage != passage)
            {
                places.Add((passage, [], []));
            }

            (heading ? places[^1].Heading : places[^1].Text).Add(position);
        }

        public void Write(ByteWriter output)
        {
            var counts = new ByteWriter();
            var positions = new ByteWriter();
            for (var i = 0; i < places.Count; i++)
            {
                var (passage, heading, text) = places[i];
                if (i > 0)
                {
                    counts.Write(passage - places[i - 1].Passage);
                }

                counts.Write((text.Count << 1) | (heading.Count > 0 ? 1 : 0));
                if (heading.Count > 0)
                {
                    counts.Write(heading.Count);
                }

                WriteSteps(positions, heading);
                WriteSteps(positions, text);
            }

            output.Write(places[0].Passage);
            output.Write(places[^1].Passage - places[0].Passage);
            output.Write(counts.Length);
            output.Write(counts.Written);
            output.Write(positions.Length);
            output.Write(positions.Written);
        }

        private static void WriteSteps(ByteWriter output, List<int> positions)
        {
            var before = 0;
            foreach (var position in positions)
            {
                output.Write(position - before);
                before = position;
            }
        }
    }
}
