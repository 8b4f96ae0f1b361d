using System.Text;

namespace KnowledgeBase.Search.Index.Memory;

/// <summary>Numbers terms while documents are put together to a segment, and orders them at its end.</summary>
internal sealed class TermTable
{
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<(byte[] Form, byte[] Stem)> terms = [];
    private char[] key = new char[512];

    public int Count => terms.Count;

    /// <summary>The number of a term, a new one for one not seen before; both words as UTF-8.</summary>
    public int NumberOf(ReadOnlySpan<byte> form, ReadOnlySpan<byte> stem)
    {
        if (form.Length + stem.Length + 1 > key.Length)
        {
            key = new char[(form.Length + stem.Length + 1) * 2];
        }

        var chars = Encoding.UTF8.GetChars(form, key);
        // A tab stands in no word.
        key[chars++] = '\t';
        chars += Encoding.UTF8.GetChars(stem, key.AsSpan(chars));
        var lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(key.AsSpan(0, chars), out var id))
        {
            return id;
        }

        id = terms.Count;
        lookup[key.AsSpan(0, chars)] = id;
        terms.Add((form.ToArray(), stem.ToArray()));
        return id;
    }

    /// <summary>The terms in order of form, then stem.</summary>
    public int[] InOrder()
    {
        var order = Enumerable.Range(0, terms.Count).ToArray();
        Array.Sort(order, (a, b) => Compare(terms[a].Form, terms[b].Form) is var forms && forms != 0 ? forms : Compare(terms[a].Stem, terms[b].Stem));
        return order;
    }

    /// <summary>Forms and stems in a given order.</summary>
    public (SegmentBlock Forms, SegmentBlock Stems) Blocks(int[] order) => (Block(order, t => t.Form), Block(order, t => t.Stem));

    /// <summary>The numbers of words in the order of the words.</summary>
    public static int[] Sorted(SegmentBlock words)
    {
        var order = Enumerable.Range(0, words.Starts.Length - 1).ToArray();
        Array.Sort(order, (a, b) => words.Of(a).SequenceCompareTo(words.Of(b)) is var c && c != 0 ? c : a.CompareTo(b));
        return order;
    }

    private static int Compare(byte[] a, byte[] b) => a.AsSpan().SequenceCompareTo(b);

    private SegmentBlock Block(int[] order, Func<(byte[] Form, byte[] Stem), byte[]> part)
    {
        var starts = new int[order.Length + 1];
        var bytes = new ByteWriter();
        for (var i = 0; i < order.Length; i++)
        {
            bytes.Write(part(terms[order[i]]));
            starts[i + 1] = bytes.Length;
        }

        return new(bytes.Written.ToArray(), starts);
    }
}
