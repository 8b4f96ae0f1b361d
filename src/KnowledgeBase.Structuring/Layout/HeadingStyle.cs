using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>How a heading is numbered; the order is the usual nesting.</summary>
internal enum HeadingNumbering
{
    /// <summary>No number.</summary>
    None,

    /// <summary>"Part One", "Libro II".</summary>
    Part,

    /// <summary>"Título I", "Titre II": of laws.</summary>
    Title,

    /// <summary>"Chapter III".</summary>
    Chapter,

    /// <summary>"Section A".</summary>
    Section,

    /// <summary>I. II. III.</summary>
    UpperRoman,

    /// <summary>A. B. C.</summary>
    UpperLetter,

    /// <summary>1. 2. 3.</summary>
    Number,

    /// <summary>1.1</summary>
    Decimal2,

    /// <summary>1.1.1 and deeper.</summary>
    Decimal3,

    /// <summary>(a) or a.</summary>
    LowerLetter,

    /// <summary>A word with a number: "Challenge 3", "Recommendation 1".</summary>
    Named,
}

/// <summary>What headings of one level share: type and numbering.</summary>
internal readonly partial record struct HeadingStyle(double Size, bool Bold, bool Italic, bool Caps, string Color, HeadingNumbering Numbering)
{
    /// <summary>The style of a heading; "Chapter III" over a title stands as high as the larger of the two.</summary>
    public static HeadingStyle Of(Piece piece)
    {
        var numbering = NumberingOf(piece.Text);
        var size = Divisions.Divide(numbering) ? piece.Lines.Max(line => line.Size) : piece.Size;
        return new(Math.Round(size * 2) / 2, piece.Bold, piece.Italic, piece.Caps, piece.Color, numbering);
    }

    /// <summary>Higher standing first: larger, then by numbering where both are numbered, then capitals, bold, upright, first seen.</summary>
    public static IComparer<HeadingStyle> ByProminence(IReadOnlyList<HeadingStyle> inOrder) => Comparer<HeadingStyle>.Create((a, b) =>
    {
        if (IsSequence(a.Numbering) && IsSequence(b.Numbering) && a.Numbering != b.Numbering
            && Math.Abs(a.Size - b.Size) < (Divisions.Divide(a.Numbering) || Divisions.Divide(b.Numbering) ? 0.6 : 2.6))
        {
            return a.Numbering.CompareTo(b.Numbering);
        }

        if (Math.Abs(a.Size - b.Size) > 0.6)
        {
            return b.Size.CompareTo(a.Size);
        }

        var named = (a.Numbering == HeadingNumbering.Named).CompareTo(b.Numbering == HeadingNumbering.Named);
        if (named != 0 && (IsSequence(a.Numbering) || IsSequence(b.Numbering)))
        {
            return named;
        }

        if (a.Caps != b.Caps)
        {
            return a.Caps ? -1 : 1;
        }

        if (a.Bold != b.Bold)
        {
            return a.Bold ? -1 : 1;
        }

        if (a.Italic != b.Italic)
        {
            return a.Italic ? 1 : -1;
        }

        return a.Color == b.Color ? 0 : FirstSeen(inOrder, a).CompareTo(FirstSeen(inOrder, b));
    });

    private static int FirstSeen(IReadOnlyList<HeadingStyle> inOrder, HeadingStyle style)
    {
        for (var i = 0; i < inOrder.Count; i++)
        {
            if (inOrder[i].Color == style.Color && Math.Abs(inOrder[i].Size - style.Size) < 0.6)
            {
                return i;
            }
        }

        return inOrder.Count;
    }

    private static bool IsSequence(HeadingNumbering numbering) => numbering is not (HeadingNumbering.None or HeadingNumbering.Named);

    /// <summary>How a heading's text is numbered.</summary>
    public static HeadingNumbering NumberingOf(string text) =>
        Decimal3().IsMatch(text) ? HeadingNumbering.Decimal3
        : Decimal2().IsMatch(text) ? HeadingNumbering.Decimal2
        : UpperRoman().IsMatch(text) ? HeadingNumbering.UpperRoman
        : UpperLetter().IsMatch(text) ? HeadingNumbering.UpperLetter
        : Number().IsMatch(text) ? HeadingNumbering.Number
        : LowerLetter().IsMatch(text) ? HeadingNumbering.LowerLetter
        : Divisions.NumberingOf(text) is { } division ? division
        : Named().IsMatch(text) ? HeadingNumbering.Named
        : HeadingNumbering.None;

    [GeneratedRegex(@"^\d+\.\d+\.\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal3();

    [GeneratedRegex(@"^\d+\.\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal2();

    [GeneratedRegex(@"^(?:[IVX]{2,6}[.)]?|[IVX][.)])\s+\S", RegexOptions.CultureInvariant)]
    private static partial Regex UpperRoman();

    [GeneratedRegex(@"^[A-HJ-UW-Z][.)]\s+\S", RegexOptions.CultureInvariant)]
    private static partial Regex UpperLetter();

    [GeneratedRegex(@"^\d{1,2}(?:[.)]\s*|\s+)\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\(?[a-z][.)]\s", RegexOptions.CultureInvariant)]
    private static partial Regex LowerLetter();

    [GeneratedRegex(@"^\p{L}[\p{L} ]{2,24}\s(?:\d{1,2}|[IVX]{1,4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
