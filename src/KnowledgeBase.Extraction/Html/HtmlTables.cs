using AngleSharp.Dom;

namespace KnowledgeBase.Extraction.Html;

/// <summary>Tells tables of data from tables that lay out a page.</summary>
internal static class HtmlTables
{
    private const int WordsOfLayoutCell = 60;

    public static bool IsLayout(IElement table)
    {
        if (table.GetAttribute("role") is "presentation" or "none" || table.QuerySelector("table, h1, h2, h3, h4, section, article, main") is not null)
        {
            return true;
        }

        if (table.QuerySelector("th") is not null)
        {
            return false;
        }

        var rows = table.QuerySelectorAll("tr").Select(r => r.Children.Where(c => c.LocalName is "td" or "th").ToList()).ToList();
        var cells = rows.SelectMany(r => r).Where(c => !string.IsNullOrWhiteSpace(c.TextContent)).ToList();
        return cells.Count == 0
            || rows.TrueForAll(r => r.Count(c => !string.IsNullOrWhiteSpace(c.TextContent)) <= 1)
            || cells.Average(c => c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length) > WordsOfLayoutCell;
    }
}
