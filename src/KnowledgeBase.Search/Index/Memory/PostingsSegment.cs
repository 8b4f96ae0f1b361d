using System.Text;

namespace KnowledgeBase.Search.Index.Memory;

/// <summary>
/// The words of many documents: immutable, in few large arrays that are read from a file as they are. A term is a form with its stem; terms are
/// numbered in the order of their UTF-8 bytes. Passages are numbered from 0 within the segment.
/// </summary>
internal sealed class PostingsSegment
{
    /// <summary>Documents in order of row.</summary>
    public required SegmentDocument[] Documents { get; init; }

    /// <summary>Words of each passage, heading and text.</summary>
    public required int[] Lengths { get; init; }

    /// <summary>The forms of all terms, rising.</summary>
    public required SegmentBlock Forms { get; init; }

    /// <summary>The stems of all terms, in the order of the terms.</summary>
    public required SegmentBlock Stems { get; init; }

    /// <summary>The terms in the order of their stems.</summary>
    public required int[] ByStem { get; init; }

    /// <summary>The first passage of each term, whose step the places leave out.</summary>
    public required int[] FirstPassages { get; init; }

    /// <summary>See <see cref="DocumentPostings"/>.</summary>
    public required SegmentBlock Places { get; init; }

    /// <summary>See <see cref="DocumentPostings"/>.</summary>
    public required SegmentBlock Positions { get; init; }

    public int TermCount => FirstPassages.Length;

    public string FormOf(int term) => Encoding.UTF8.GetString(Forms.Of(term));

    public IEnumerable<int> OfForm(string form)
    {
        var wanted = Encoding.UTF8.GetBytes(form);
        for (var i = LowerBound(wanted, Forms, null); i < TermCount && Forms.Of(i).SequenceEqual(wanted); i++)
        {
            yield return i;
        }
    }

    public IEnumerable<int> OfStem(string stem)
    {
        var wanted = Encoding.UTF8.GetBytes(stem);
        for (var i = LowerBound(wanted, Stems, ByStem); i < TermCount && Stems.Of(ByStem[i]).SequenceEqual(wanted); i++)
        {
            yield return ByStem[i];
        }
    }

    /// <summary>Terms whose form begins so.</summary>
    public IEnumerable<int> OfPrefix(string prefix)
    {
        var wanted = Encoding.UTF8.GetBytes(prefix);
        for (var i = LowerBound(wanted, Forms, null); i < TermCount && Forms.Of(i).StartsWith(wanted); i++)
        {
            yield return i;
        }
    }

    // The first place in the order at which a term is not less than what is wanted.
    private int LowerBound(ReadOnlySpan<byte> wanted, SegmentBlock words, int[]? order)
    {
        var from = 0;
        var to = TermCount;
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (words.Of(order is null ? middle : order[middle]).SequenceCompareTo(wanted) < 0)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from;
    }
}

/// <summary>A document in a segment.</summary>
/// <param name="Row">The document's row in the store.</param>
/// <param name="FirstPassageRow">Row of its first passage; the others follow without gaps.</param>
/// <param name="First">Number of its first passage in the segment.</param>
/// <param name="Count">Number of its passages.</param>
internal readonly record struct SegmentDocument(long Row, long FirstPassageRow, int First, int Count);

/// <summary>Bytes of all terms, one after the other.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="Starts">Where each term's bytes start, and at last where the last one's end.</param>
internal readonly record struct SegmentBlock(byte[] Bytes, int[] Starts)
{
    public ReadOnlySpan<byte> Of(int term) => Bytes.AsSpan(Starts[term]..Starts[term + 1]);
}
