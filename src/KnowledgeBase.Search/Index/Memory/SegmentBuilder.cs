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
    private readonly TermTable terms = new();
    private readonly List<TermSizes> sizes = [];
    // The term of each part in turn, so that the second round needs no look-up.
    private readonly List<int> parts = [];
    private byte[] form = [];
    private byte[] stem = [];

    private record struct TermSizes(int First, int Last, int PlaceBytes, int PositionBytes);

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
            var part = PostingsPart.Read(ref reader);
            var size = sizes[id];
            var step = size.First < 0 ? 0 : ByteWriter.SizeOf(first + part.First - size.Last);
            sizes[id] = new(
                size.First < 0 ? first + part.First : size.First,
                first + part.Last,
                size.PlaceBytes + step + part.Places.Length,
                size.PositionBytes + part.Positions.Length);
            parts.Add(id);
        }
    }

    public PostingsSegment Build()
    {
        var order = terms.InOrder();
        var numbers = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            numbers[order[i]] = i;
        }

        var places = Block(order, s => s.PlaceBytes);
        var positions = Block(order, s => s.PositionBytes);
        Copy(numbers, places, positions);
        var (forms, stems) = terms.Blocks(order);
        return new()
        {
            Documents = [.. documents],
            Lengths = [.. lengths],
            Forms = forms,
            Stems = stems,
            ByStem = TermTable.Sorted(stems),
            FirstPassages = [.. order.Select(id => sizes[id].First)],
            Places = places,
            Positions = positions,
        };
    }

    private void Copy(int[] numbers, SegmentBlock places, SegmentBlock positions)
    {
        var placeAt = places.Starts[..^1].ToArray();
        var positionAt = positions.Starts[..^1].ToArray();
        var last = new int[numbers.Length];
        Array.Fill(last, -1);
        var next = 0;
        for (var d = 0; d < data.Count; d++)
        {
            var reader = new ByteReader(data[d]);
            reader.Skip(reader.Read());
            for (var left = reader.Read(); left > 0; left--)
            {
                SkipTerm(ref reader);
                var part = PostingsPart.Read(ref reader);
                var term = numbers[parts[next++]];
                if (last[term] >= 0)
                {
                    placeAt[term] += ByteWriter.Write(places.Bytes.AsSpan(placeAt[term]), documents[d].First + part.First - last[term]);
                }

                part.Places.CopyTo(places.Bytes.AsSpan(placeAt[term]));
                placeAt[term] += part.Places.Length;
                part.Positions.CopyTo(positions.Bytes.AsSpan(positionAt[term]));
                positionAt[term] += part.Positions.Length;
                last[term] = documents[d].First + part.Last;
            }
        }
    }

    private SegmentBlock Block(int[] order, Func<TermSizes, int> size)
    {
        var starts = new int[order.Length + 1];
        for (var i = 0; i < order.Length; i++)
        {
            starts[i + 1] = checked(starts[i] + size(sizes[order[i]]));
        }

        return new(new byte[starts[^1]], starts);
    }

    private int ReadTerm(ref ByteReader reader)
    {
        var formLength = Restore(ref reader, form, ref form);
        var stemLength = Restore(ref reader, form, ref stem);
        var id = terms.NumberOf(form.AsSpan(0, formLength), stem.AsSpan(0, stemLength));
        if (id == sizes.Count)
        {
            sizes.Add(new(-1, -1, 0, 0));
        }

        return id;
    }

    private static void SkipTerm(ref ByteReader reader)
    {
        reader.Read();
        reader.Read(reader.Read());
        reader.Read();
        reader.Read(reader.Read());
    }

    // Restores bytes that share their beginning with others: with the form before, for forms; with the form, for stems.
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
