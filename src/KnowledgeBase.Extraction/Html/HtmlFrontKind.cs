using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Html;

/// <summary>Recognises parts of the title block.</summary>
internal static partial class HtmlFrontKind
{
    /// <summary>Parts of the title block that say so in their class or kind.</summary>
    public static DeclaredKind? Of(IElement element)
    {
        var name = $"{element.ClassName} {element.GetAttribute("itemprop")} {element.GetAttribute("rel")}";
        return Subtitle().IsMatch(name) ? DeclaredKind.Subtitle
            : Byline().IsMatch(name) ? DeclaredKind.Author
            : DateLine().IsMatch(name) ? DeclaredKind.Date
            : null;
    }

    [GeneratedRegex(@"(?:^|[\s_-])(?:sub-?title|series|strapline)(?:$|\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Subtitle();

    [GeneratedRegex(@"(?:^|[\s_-])(?:byline|authors?)(?:$|\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Byline();

    [GeneratedRegex(@"(?:^|[\s_-])(?:date|dateline|published|datePublished|event)(?:$|\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateLine();
}
