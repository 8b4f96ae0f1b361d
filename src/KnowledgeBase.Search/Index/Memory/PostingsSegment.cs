namespace KnowledgeBase.Search.Index.Memory;

/// <summary>The words of many documents: immutable, in two blocks of bytes. Passages are numbered from 0 within the segment.</summary>
internal sealed class PostingsSegment
{
    private readonly Dictionary<string, List<int>> byForm;
    private readonly Dictionary<string, List<int>> byStem;
    private string[]? sortedForms;

    public PostingsSegment(
        IReadOnlyList<SegmentDocument> documents, int[] lengths, (string Form, string Stem)[] terms, SegmentBlock places, SegmentBlock positions,
        int[] firstPassages, int[] lastPassages)
    {
        Documents = documents;
        Lengths = lengths;
        Terms = terms;
        Places = places;
        Positions = positions;
        FirstPassages = firstPassages;
        LastPassages = lastPassages;
        byForm = GroupBy(terms, t => t.Form);
        byStem = GroupBy(terms, t => t.Stem);
    }

    /// <summary>Documents in order of row.</summary>
    public IReadOnlyList<SegmentDocument> Documents { get; }

    /// <summary>Words of each passage, heading and text.</summary>
    public int[] Lengths { get; }

    public (string Form, string Stem)[] Terms { get; }

    public SegmentBlock Places { get; }

    public SegmentBlock Positions { get; }

    /// <summary>The first passage of each term, whose step the places leave out.</summary>
    public int[] FirstPassages { get; }

    /// <summary>The last passage of each term, for putting segments together.</summary>
    public int[] LastPassages { get; }

    /// <summary>Distinct forms in ordinal order.</summary>
    public string[] SortedForms
    {
        get
        {
            if (sortedForms is null)
            {
                var forms = byForm.Keys.ToArray();
                Array.Sort(forms, StringComparer.Ordinal);
                sortedForms = forms;
            }

            return sortedForms;
        }
    }

    public IReadOnlyList<int> OfForm(string form) => byForm.GetValueOrDefault(form, []);

    public IReadOnlyList<int> OfStem(string stem) => byStem.GetValueOrDefault(stem, []);

    /// <summary>Terms whose form begins so.</summary>
    public IEnumerable<int> OfPrefix(string prefix)
    {
        var forms = SortedForms;
        var at = Array.BinarySearch(forms, prefix, StringComparer.Ordinal);
        for (at = at < 0 ? ~at : at; at < forms.Length && forms[at].StartsWith(prefix, StringComparison.Ordinal); at++)
        {
            foreach (var term in byForm[forms[at]])
            {
                yield return term;
            }
        }
    }

    private static Dictionary<string, List<int>> GroupBy((string Form, string Stem)[] terms, Func<(string Form, string Stem), string> key)
    {
        var groups = new Dictionary<string, List<int>>(terms.Length, StringComparer.Ordinal);
        for (var i = 0; i < terms.Length; i++)
        {
            if (!groups.TryGetValue(key(terms[i]), out var list))
            {
                groups.Add(key(terms[i]), list = new(1));
            }

            list.Add(i);
        }

        return groups;
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
