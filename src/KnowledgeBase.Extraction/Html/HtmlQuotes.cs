using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace KnowledgeBase.Extraction.Html;

/// <summary>Tells verbatim quotations from indented chapters, and their words from the name below them.</summary>
internal static partial class HtmlQuotes
{
    /// <summary>A longer block quote is an indented chapter.</summary>
    private const int LongestQuoteWords = 600;

    /// <summary>True when a block quote holds a quotation.</summary>
    public static bool IsQuote(IElement element) =>
        element.QuerySelector("h1, h2, h3, h4, table") is null && element.TextContent.Count(char.IsWhiteSpace) < LongestQuoteWords;

    /// <summary>What an element says of who is quoted, squeezed.</summary>
    public static HashSet<string> Attributions(IElement element) =>
        element.QuerySelectorAll("footer, figcaption, cite, .attribution").Where(e => e.ParentElement is { } parent
            && (e.LocalName != "cite" || parent == element || parent.TextContent.Trim().Length <= e.TextContent.Trim().Length + 3))
            .Select(e => Squeeze(e.TextContent)).Where(t => t.Length > 0).ToHashSet(StringComparer.Ordinal);

    /// <summary>A text without its line ends and the dash before a name, for comparing.</summary>
    public static string Squeeze(string text) => Dashes().Replace(Blanks().Replace(text, " ").Trim(), "");

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^[–—―-]+\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Dashes();
}
