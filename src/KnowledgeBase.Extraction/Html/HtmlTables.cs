using AngleSharp.Dom;
using KnowledgeBase.Documents;

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

    /// <summary>The cells of a row, parted by tabs.</summary>
    public static List<TextRun> RunsOf(IElement row, HtmlNotes notes)
    {
        var runs = new List<TextRun>();
        foreach (var cell in row.Children.Where(c => c.LocalName is "td" or "th"))
        {
            var text = new HtmlInline(notes);
            text.Add(cell, new(cell.LocalName == "th", false, false));
            if (runs.Count > 0)
            {
                runs.Add(new("\t", default, Font.None));
            }

            runs.AddRange(text.Lines.SelectMany((l, i) => i == 0 ? l : [new TextRun(" ", default, Font.None), .. l]));
        }

        return runs;
    }
}
