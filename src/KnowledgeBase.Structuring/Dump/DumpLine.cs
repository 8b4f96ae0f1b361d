using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Dump;

/// <summary>A line of a dump that is not blank.</summary>
/// <param name="Text">Trimmed, ligatures spelled out.</param>
/// <param name="Indent">Leading blanks beyond the document's usual margin.</param>
/// <param name="Page">From 1; 1 throughout where the dump marks no pages.</param>
/// <param name="GapBefore">True after a blank line, at a page's beginning and where the dump shows a break in print by one leading blank.</param>
/// <param name="PageStart">True at a page's beginning, as far as the dump shows it.</param>
internal sealed record DumpLine(string Text, int Indent, int Page, bool GapBefore, bool PageStart)
{
    /// <summary>True for a line with one leading blank in a dump that is flush left otherwise: print broke there (a page, another font).</summary>
    public bool SoftStart { get; init; }

    /// <summary>True below a drawn line, under which footnotes stand.</summary>
    public bool UnderRule { get; init; }
}

/// <summary>What the wording of a line tells.</summary>
internal static partial class LineShape
{
    /// <summary>True when a sentence, or a whole address, ends with the line; a footnote mark glued to it does not count.</summary>
    public static bool EndsSentence(string text) => SentenceEnd().IsMatch(text);

    /// <summary>True when the first letter is lower case.</summary>
    public static bool StartsLower(string text)
    {
        var first = text.AsSpan().TrimStart("“‘\"'«([¿¡ ");
        return first.Length > 0 && char.IsLower(first[0]);
    }

    /// <summary>True when the first letter is upper case, or a number stands first.</summary>
    public static bool StartsUpper(string text)
    {
        var first = text.AsSpan().TrimStart("“‘\"'«([]¿¡…. ");
        return first.Length > 0 && (char.IsUpper(first[0]) || char.IsDigit(first[0]) || char.GetUnicodeCategory(first[0]) == System.Globalization.UnicodeCategory.OtherLetter);
    }

    /// <summary>True when the line is one web address and nothing else.</summary>
    public static bool IsAddress(string text) => Address().IsMatch(text);

    public static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    // A closing mark alone ends nothing ("the countries’"); digits after a full stop are a mark unless they make a decimal.
    [GeneratedRegex(@"(?:[!?…][”’""»)\]]*|(?<!\d)\.[”’""»)\]]*|\.[”’""»)\]]*(?!\d)|\b(?:1[89]|20)\d\d\.|[.!?…,][”’""»)\]]+)(?:\d{1,3}|\[\d{1,3}\]|[⁰¹²³⁴-⁹]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^(?:https?://|www\.)\S+$", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
