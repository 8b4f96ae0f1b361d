using System.Text;

namespace KnowledgeBase.Search.Index.Memory;

/// <summary>
/// Puts the words of documents together to one segment. Bytes of a term are copied as they are; only the step to a part's first passage is
/// new. Two rounds: the first finds terms and sizes, the second copies.
/// </summary>
internal sealed class SegmentBuilder
{
    private readonly List<SegmentDocument> documents = [];
    private readonly List<byte[]> data = [];
    private readonly List<int> lengths = [];
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<(string Form, string Stem)> terms = [];
    private readonly List<int> placeSizes = [];
    private readonly List<int> positionSizes = [];
    private readonly List<int> firstPassages = [];
    private readonly List<int> lastPassages = [];
    // The term of each part in turn, so that the second round needs no look-up.
    private readonly List<int> parts = [];
    private char[] key = new char[512];
    private byte[] form = new byte[256];
    private byte[] stem = new byte[256];

    /// <summary>Adds a document; documents come in order of row.</summary>
    public void Add(long row, long firstPassageRow, byte[] postings)
    {
        var reader = new ByteReader(postings);
        var first = lengths.Count;
        var count = reader.Read();
        for (var i = 0; i < count; i++)
        {
            lengths.Add(reader.Read());
        }

        documents.Add(new(row, firstPassageRow, first, count));
        data.Add(postings);
        for (var left = reader.Read(); left > 0; left--)
        {
            var id = ReadTerm(ref reader);
            var passage = first + reader.Read();
            var placeSize = reader.Read();
            var last = LastOf(reader.Read(placeSize), passage);
            var positionSize = reader.Read();
            reader.Read(positionSize);
            if (firstPassages[id] < 0)
            {
                firstPassages[id] = passage;
                placeSizes[id] = placeSize;
            }
            else
            {
                placeSizes[id] += ByteWriter.SizeOf(passage - lastPassages[id]) + placeSize;
            }

            lastPassages[id] = last;
            positionSizes[id] += positionSize;
            parts.Add(id);
        }
    }

    public PostingsSegment Build()
    {
        var places = new byte[placeSizes.Sum(s => (long)s)];
        var positions = new byte[positionSizes.Sum(s => (long)s)];
        var placeStarts = Starts(placeSizes);
        var positionStarts = Starts(positionSizes);
        var placeAt = placeStarts[..^1].ToArray();
        var positionAt = positionStarts[..^1].ToArray();
        var last = new int[terms.Count];
        Array.Fill(last, -1);
        var part = 0;
        for (var d = 0; d < data.Count; d++)
        {
            var reader = new ByteReader(data[d]);
            reader.Skip(reader.Read());
            for (var left = reader.Read(); left > 0; left--)
            {
                var id = parts[part++];
                SkipTerm(ref reader);
                var passage = documents[d].First + reader.Read();
                if (last[id] >= 0)
                {
                    placeAt[id] += Write(places.AsSpan(placeAt[id]), passage - last[id]);
                }

                var placeBytes = reader.Read(reader.Read());
                placeBytes.CopyTo(places.AsSpan(placeAt[id]));
                placeAt[id] += placeBytes.Length;
                last[id] = LastOf(placeBytes, passage);
                var positionBytes = reader.Read(reader.Read());
                positionBytes.CopyTo(positions.AsSpan(positionAt[id]));
                positionAt[id] += positionBytes.Length;
            }
        }

        return new(
            documents, [.. lengths], [.. terms], new(places, placeStarts), new(positions, positionStarts), [.. firstPassages], [.. lastPassages]);
    }

    private static int[] Starts(List<int> sizes)
    {
        var starts = new int[sizes.Count + 1];
        for (var i = 0; i < sizes.Count; i++)
        {
            starts[i + 1] = starts[i] + sizes[i];
        }

        return starts;
    }

    private static int Write(Span<byte> target, int number)
    {
        var written = 0;
        var rest = (uint)number;
        while (rest >= 0x80)
        {
            target[written++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        target[written++] = (byte)rest;
        return written;
    }

    private static int LastOf(ReadOnlySpan<byte> places, int first)
    {
        var reader = new ByteReader(places);
        var passage = first;
        SkipCount(ref reader);
        while (!reader.AtEnd)
        {
            passage += reader.Read();
            SkipCount(ref reader);
        }

        return passage;
    }

    private static void SkipCount(ref ByteReader reader)
    {
        if ((reader.Read() & 1) != 0)
        {
            reader.Read();
        }
    }

    private static void SkipTerm(ref ByteReader reader)
    {
        reader.Read();
        reader.Read(reader.Read());
        reader.Read();
        reader.Read(reader.Read());
    }

    private int ReadTerm(ref ByteReader reader)
    {
        var formLength = Restore(ref reader, form, ref form);
        var stemLength = Restore(ref reader, form, ref stem);
        // The tab stands in no form.
        var most = formLength + stemLength + 1;
        if (most > key.Length)
        {
            key = new char[most * 2];
        }

        var chars = Encoding.UTF8.GetChars(form.AsSpan(0, formLength), key);
        key[chars++] = '\t';
        var length = chars + Encoding.UTF8.GetChars(stem.AsSpan(0, stemLength), key.AsSpan(chars));
        var lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        var name = key.AsSpan(0, length);
        if (lookup.TryGetValue(name, out var id))
        {
            return id;
        }

        id = terms.Count;
        lookup[name] = id;
        var formText = new string(key, 0, chars - 1);
        var stemText = name[chars..].SequenceEqual(formText) ? formText : new string(name[chars..]);
        terms.Add((formText, stemText));
        placeSizes.Add(0);
        positionSizes.Add(0);
        firstPassages.Add(-1);
        lastPassages.Add(-1);
        return id;
    }

    // Restores bytes that share their beginning with others: with themselves before, for forms; with the form, for stems.
    private static int Restore(ref ByteReader reader, byte[] before, ref byte[] target)
    {
        var shared = reader.Read();
        var rest = reader.Read(reader.Read());
        if (target.Length < shared + rest.Length)
        {
            Array.Resize(ref target, (shared + rest.Length) * 2);
        }

        before.AsSpan(0, shared).CopyTo(target);
        rest.CopyTo(target.AsSpan(shared));
        return shared + rest.Length;
    }
}
