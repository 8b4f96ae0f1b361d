using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Dump;

/// <summary>Lines of a dump without what belongs to the page rather than the text: running heads and feet, page numbers, link dumps.</summary>
internal static partial class DumpPages
{
    /// <summary>Running heads and feet stand within this many lines of a page's edge.</summary>
    private const int EdgeLines = 3;

    public static (IReadOnlyList<DumpLine> Lines, IReadOnlyList<SetAsideLine> SetAside) Read(ExtractedDocument document)
    {
        var setAside = new List<SetAsideLine>();
        var furniture = document.Pages.Count > 2 ? RepeatedAtEdges(document.Pages) : [];
        var margin = UsualIndent(document);
        var flush = document.Pages.SelectMany(p => p.Lines).Count(l => l.Text.StartsWith(' ')) * 10
            < document.Pages.SelectMany(p => p.Lines).Count(l => l.Text.Length > 0);
        var lines = new List<DumpLine>();
        foreach (var page in document.Pages)
        {
            var gap = true;
            var first = true;
            var rule = false;
            var kept = WithoutFurniture(page, document.Pages.Count > 1, furniture, setAside);
            foreach (var raw in ColumnSplitter.Split(kept))
            {
                var text = Clean(raw);
                if (text.Length == 0 || Rule().IsMatch(text))
                {
                    gap = true;
                    rule |= text.Length > 0;
                    continue;
                }

                var indent = raw.Length - raw.TrimStart().Length;
                // Where pages are not marked, one leading blank in an otherwise flush dump shows a break in print.
                var soft = flush && indent == 1 && document.Pages.Count == 1 && lines.Count > 0;
                lines.Add(new(text, Math.Max(0, indent - margin), page.Number, gap || soft, first && page.Number > 1) { SoftStart = soft, UnderRule = rule });
                gap = first = rule = false;
            }
        }

        return (LoneNumbers.Join(WithoutLinkDumps(lines, setAside)), setAside);
    }

    private static string Clean(string raw) =>
        Whitespace.Collapse(raw.Replace("ﬁ", "fi", StringComparison.Ordinal).Replace("ﬂ", "fl", StringComparison.Ordinal)
            .Replace("ﬀ", "ff", StringComparison.Ordinal).Replace("ﬃ", "ffi", StringComparison.Ordinal).Replace("ﬄ", "ffl", StringComparison.Ordinal)
            .Replace("\u200B", "", StringComparison.Ordinal));

    private static int UsualIndent(ExtractedDocument document)
    {
        var indents = document.Pages.SelectMany(p => p.Lines).Where(l => l.Text.Trim().Length > 0)
            .Select(l => l.Text.Length - l.Text.TrimStart().Length).Order().ToList();
        return indents.Count == 0 ? 0 : indents[indents.Count / 4];
    }

    /// <summary>
    /// Texts, digits aside, that stand at the edge of at least three pages and of a quarter of them; or that stand alone on that many
    /// and break into a sentence on two, since some dumps print a page's foot where its first column ends.
    /// </summary>
    private static HashSet<string> RepeatedAtEdges(IReadOnlyList<Page> pages)
    {
        var (atEdge, inSentence, alone) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var page in pages)
        {
            var filled = page.Lines.Select((l, i) => (Key: Key(l.Text.Trim()), Index: i)).Where(l => l.Key.Length > 0).ToList();
            atEdge.AddRange(filled.Take(EdgeLines).Concat(filled.TakeLast(EdgeLines)).Select(l => l.Key).Distinct(StringComparer.Ordinal));
            inSentence.AddRange(filled.Zip(filled.Skip(1)).Where(p => p.First.Key.Length > 30 && !LineShape.EndsSentence(p.First.Key)).Select(p => p.Second.Key)
                .Distinct(StringComparer.Ordinal));
            alone.AddRange(filled.Where(l => IsAlone(page, l.Index)).Select(l => l.Key).Distinct(StringComparer.Ordinal));
        }

        var enough = Math.Max(3, pages.Count / 4);
        var often = Often(alone, enough);
        often.IntersectWith(Often(inSentence, 2));
        often.UnionWith(Often(atEdge, enough));
        return often;
    }

    private static HashSet<string> Often(IEnumerable<string> keys, int times) =>
        keys.GroupBy(k => k, StringComparer.Ordinal).Where(g => g.Count() >= times).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);

    private static string Key(string text) => Digits().Replace(Whitespace.Collapse(text), "#");

    private static List<string> WithoutFurniture(Page page, bool paged, HashSet<string> furniture, List<SetAsideLine> setAside)
    {
        var filled = page.Lines.Select((l, i) => (Text: l.Text.Trim(), Index: i)).Where(l => l.Text.Length > 0).ToList();
        var drop = new HashSet<int>();
        for (var i = 0; i < filled.Count; i++)
        {
            var (text, index) = filled[i];
            var head = i < EdgeLines;
            var edge = head || i >= filled.Count - EdgeLines;
            var repeated = furniture.Contains(Key(text)) && (edge || IsAlone(page, index));
            // In mid-text a lone number may be a footnote's; a page's number stands outermost or apart.
            var number = paged && edge && PageNumber().IsMatch(text) && (i == 0 || i == filled.Count - 1 || IsAlone(page, index));
            if (repeated || number)
            {
                drop.Add(index);
                setAside.Add(new(text, null, !repeated || PageNumber().IsMatch(text) ? SetAsideReason.PageNumber
                    : head ? SetAsideReason.RunningHead : SetAsideReason.RunningFoot));
            }
        }

        return [.. page.Lines.Where((_, i) => !drop.Contains(i)).Select(l => l.Text.Replace("\t", "    ", StringComparison.Ordinal))];
    }

    /// <summary>Some dumps put a page's foot in mid-page; there a blank line stands on one side of it.</summary>
    private static bool IsAlone(Page page, int index) =>
        index + 1 >= page.Lines.Count || page.Lines[index + 1].Text.Length == 0 || index == 0 || page.Lines[index - 1].Text.Length == 0;

    /// <summary>A stretch of lines that are all whole addresses lists a page's links; a single one only does at a page's end.</summary>
    private static List<DumpLine> WithoutLinkDumps(List<DumpLine> lines, List<SetAsideLine> setAside)
    {
        var kept = new List<DumpLine>();
        for (var i = 0; i < lines.Count;)
        {
            var end = i + 1;
            while (end < lines.Count && !lines[end].GapBefore)
            {
                end++;
            }

            var chunk = lines.GetRange(i, end - i);
            // Pages in a row may consist of links alone, so what follows may be a break in print or another dump.
            var atPageEnd = end == lines.Count || lines[end].SoftStart || lines[end].PageStart;
            if (chunk.TrueForAll(l => LineShape.IsAddress(l.Text)) && (chunk.Count > 1 || atPageEnd))
            {
                setAside.AddRange(chunk.Select(l => new SetAsideLine(l.Text, null, SetAsideReason.LinkDump)));
            }
            else
            {
                kept.AddRange(chunk);
            }

            i = end;
        }

        return kept;
    }

    [GeneratedRegex(@"^[_—–=-]{5,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(?:[-–—\s|]*(?:page|p\.|seite|página)?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:(?:of|/|de|sur|von)\s*\d{1,4})?[-–—\s|]*|\d{2}-\d{5}(?:\s+\d+/\d+)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();
}
