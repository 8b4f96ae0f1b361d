using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace KnowledgeBase.Extraction.Html;

/// <summary>Tells the document on a page from what the site puts around it.</summary>
internal sealed partial class HtmlRegions
{
    private static readonly HashSet<string> NeverText = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "canvas", "video", "audio", "button", "select", "input",
        "textarea", "form", "head", "link", "meta", "dialog", "math",
    };

    /// <summary>The element that holds the document, or null when the page marks none.</summary>
    private readonly IElement? _main;

    /// <summary>The title block before the main element, or null.</summary>
    private readonly IElement? _titleBlock;

    private HtmlRegions(IElement? main, IElement? titleBlock)
    {
        _main = main;
        _titleBlock = titleBlock;
    }

    public static HtmlRegions Of(IDocument document)
    {
        var main = document.QuerySelector("main, [role='main']");
        if (main is null)
        {
            var all = document.Body?.TextContent.Length ?? 0;
            // A page of several articles is one document of several; one article with most of the text is the document.
            main = document.QuerySelectorAll("article").FirstOrDefault(a => a.TextContent.Length * 2 > all);
        }

        return new(main, main is null || main.QuerySelector("h1") is not null ? null : TitleBlockOf(document, main));
    }

    /// <summary>True for what is never shown as text.</summary>
    public static bool IsHidden(IElement element) =>
        NeverText.Contains(element.LocalName)
        || element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true"
        || HiddenStyle().IsMatch(element.GetAttribute("style") ?? "");

    /// <summary>True for navigation, contents lists, site heads and feet, share bars.</summary>
    public bool IsBoilerplate(IElement element)
    {
        if (element.LocalName == "nav" || element.GetAttribute("role") is "navigation" or "banner" or "contentinfo" or "search" or "doc-toc")
        {
            return true;
        }

        var inMain = _main is not null && (_main == element || _main.Contains(element));
        if (_main is not null && !inMain && !element.Contains(_main))
        {
            return !HoldsNotes(element) && !NotesHeading(element)
                && (_titleBlock is null || !(_titleBlock == element || _titleBlock.Contains(element) || element.Contains(_titleBlock)));
        }

        return element.LocalName switch
        {
            "footer" => element.Closest("blockquote, figure") is null && !HoldsNotes(element),
            "aside" => _main is null && element.QuerySelector("p") is null,
            "header" => !inMain && element.QuerySelector("h1, h2") is null,
            "ul" or "ol" or "div" or "section" or "p" => NamedAsFurniture(element) && !HoldsNotes(element) && !HoldsProse(element),
            _ => false,
        };
    }

    /// <summary>The outermost element around the first top heading that does not hold the main element as well.</summary>
    private static IElement? TitleBlockOf(IDocument document, IElement main)
    {
        var block = document.QuerySelector("h1");
        while (block?.ParentElement is { } parent && parent != document.Body && !parent.Contains(main))
        {
            block = parent;
        }

        return block;
    }

    /// <summary>The heading of a list of notes, which says nothing of its own.</summary>
    public static bool NotesHeading(IElement element) =>
        element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" && element.ParentElement is { } parent && HoldsNotes(parent)
        && NotesWord().IsMatch(element.TextContent.Trim());

    private static bool HoldsNotes(IElement element) => element.QuerySelector("[id^='fn'], [id^='ftn'], [id^='_ftn'], [id^='footnote'], [id^='note']") is not null;

    private static bool NamedAsFurniture(IElement element) =>
        Furniture().IsMatch(element.Id ?? "") || Furniture().IsMatch(element.ClassName ?? "");

    /// <summary>Words outside links; furniture is made of links.</summary>
    private static bool HoldsProse(IElement element)
    {
        var all = element.TextContent.Length;
        var linked = element.QuerySelectorAll("a").Sum(a => a.TextContent.Length);
        return all > 0 && linked * 2 < all && all > 200;
    }

    [GeneratedRegex(@"^(?:(?:foot|end)?notes?|notes? de (?:bas de page|fin)|notas(?: al pie)?|fußnoten|anmerkungen)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotesWord();

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HiddenStyle();

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|cookies?|share|sharing|social|sidebar|related|comments?|pagination|pager|skip|skip-link|banner|advert\w*|newsletter|subscribe|toolbar|toc|table-of-contents)(?:$|[\s_-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Furniture();
}
