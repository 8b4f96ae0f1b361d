using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace KnowledgeBase.Extraction.Html;

/// <summary>
/// Footnotes of a page: links with the text of a note mark to a block further down. Found by what the links do, so that the markup
/// of word processors, converters and hand-made pages all works.
/// </summary>
internal sealed partial class HtmlNotes
{
    /// <summary>A longer target is a chapter, not a note.</summary>
    private const int LongestNoteCharacters = 6000;

    private readonly Dictionary<IElement, string> _marks = [];
    private readonly Dictionary<IElement, string> _notes = [];
    private readonly HashSet<IElement> _backLinks = [];

    /// <summary>True with the number when a link is a note's mark in the text.</summary>
    public bool IsMark(IElement element, out string number) => _marks.TryGetValue(element, out number!);

    /// <summary>True with the number when an element holds a note.</summary>
    public bool IsNote(IElement element, out string number) => _notes.TryGetValue(element, out number!);

    /// <summary>True for the link that leads from a note back to its mark.</summary>
    public bool IsBackLink(IElement element) => _backLinks.Contains(element);

    /// <summary>Finds the notes of a page.</summary>
    public static HtmlNotes Find(IDocument document)
    {
        var found = new HtmlNotes();
        var order = new Dictionary<INode, int>();
        var targets = new Dictionary<string, IElement>(StringComparer.Ordinal);
        foreach (var element in document.All)
        {
            order[element] = order.Count;
            foreach (var name in new[] { element.Id, element.GetAttribute("name") })
            {
                if (!string.IsNullOrEmpty(name))
                {
                    targets.TryAdd(name, element);
                }
            }
        }

        var links = document.QuerySelectorAll("a[href^='#']").Where(a => a.GetAttribute("href")!.Length > 1).ToList();
        foreach (var link in links)
        {
            var text = link.TextContent.Trim();
            var match = Mark().Match(text);
            if (!match.Success || !targets.TryGetValue(Uri.UnescapeDataString(link.GetAttribute("href")![1..]), out var target)
                || order[target] <= order[link] || NoteBlock(target) is not { } block || block.Contains(link))
            {
                continue;
            }

            if (block.TextContent.Length <= LongestNoteCharacters && !LeadsBack(link, block, targets))
            {
                found._marks[link] = match.Groups["n"].Value;
                found._notes.TryAdd(block, match.Groups["n"].Value);
            }
        }

        found.FindBackLinks(links);
        return found;
    }

    /// <summary>The link of an endnote's own number may point at a later block only by mischance; such a link sits in a known note.</summary>
    private static bool LeadsBack(IElement link, IElement block, Dictionary<string, IElement> targets) =>
        link.Closest("li, p, div") is { } own && own != block && link.ClassName?.Contains("back", StringComparison.OrdinalIgnoreCase) == true
        && targets.ContainsValue(own);

    private void FindBackLinks(IEnumerable<IElement> links)
    {
        foreach (var link in links.Where(l => !_marks.ContainsKey(l)))
        {
            var text = link.TextContent.Trim();
            var shape = text.Length == 0 || Mark().IsMatch(text) || BackSign().IsMatch(text)
                || link.GetAttribute("role") == "doc-backlink" || link.ClassName?.Contains("back", StringComparison.OrdinalIgnoreCase) == true;
            if (shape && _notes.Keys.Any(n => n.Contains(link)))
            {
                _backLinks.Add(link);
            }
        }
    }

    /// <summary>The block that holds the note: the target, or for an anchor inside it the block around.</summary>
    private static IElement? NoteBlock(IElement target)
    {
        if (target.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "section" or "main" or "body" or "table" or "article")
        {
            return null;
        }

        if (target.LocalName is "li" or "dd" or "aside" or "div" or "tr")
        {
            return target;
        }

        var block = target.Closest("li, dd, aside, tr, p, div");
        // Word wraps each note in a division of its own; then all its paragraphs belong to it.
        return block is { LocalName: "p", ParentElement: { LocalName: "div" or "aside" or "li" or "dd" } parent }
            && (parent.LocalName is "li" or "dd" || NoteName().IsMatch(parent.Id ?? "") || NoteName().IsMatch(parent.ClassName ?? ""))
            && !PluralName().IsMatch($"{parent.Id} {parent.ClassName}")
            ? parent : block;
    }

    [GeneratedRegex(@"^[\[(]?(?<n>\d{1,3}|[ivxl]{1,6}|[a-z]|[*†‡§]{1,3})[\])]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?:[↩↑⏎^⤴⬆][\uFE0E\uFE0F]?|back|return|retour|volver|zurück)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BackSign();

    [GeneratedRegex(@"^(?:_?ftn|fn|footnote|endnote|_?edn|note)[-_:]?\w*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoteName();

    [GeneratedRegex(@"\b(?:foot|end)?notes\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PluralName();
}
