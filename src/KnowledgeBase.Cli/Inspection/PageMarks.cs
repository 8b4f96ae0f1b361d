using KnowledgeBase.Documents;

namespace KnowledgeBase.Cli.Inspection;

/// <summary>What a marked area of a page is.</summary>
internal enum MarkKind
{
    /// <summary>A passage; its role is given.</summary>
    Passage,

    /// <summary>A footnote.</summary>
    Footnote,

    /// <summary>A line of a heading.</summary>
    Heading,

    /// <summary>A line that was set aside, with the reason.</summary>
    SetAside,

    /// <summary>A line that cannot be found in the result: a fault of the program.</summary>
    Unplaced,
}

/// <summary>An area of a page and what became of it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Box">Where it stands on the page as shown, in points.</param>
/// <param name="Label">Short words for the picture: the order number, "FN 12", the reason.</param>
/// <param name="Text">The text.</param>
/// <param name="Role">The role of a passage, else null.</param>
internal sealed record PageMark(MarkKind Kind, Box Box, string Label, string Text, PassageRole? Role = null);

/// <summary>Finds what became of each area of a page.</summary>
internal static class PageMarks
{
    /// <summary>Finds it.</summary>
    /// <param name="page">The page with its lines.</param>
    /// <param name="document">What was made of it.</param>
    /// <returns>Passages in reading order, numbered over the document; then footnotes, headings, and the other lines.</returns>
    public static IReadOnlyList<PageMark> Of(Page page, StructuredDocument document)
    {
        var passages = document.Passages.Select((passage, index) => (passage, index)).SelectMany(item => item.passage.Boxes
            .Where(box => box.Page == page.Number)
            .Select(box => new PageMark(MarkKind.Passage, box.Box, FormattableString.Invariant($"{item.index + 1}"), item.passage.Text, item.passage.Role)));
        var notes = document.Footnotes.SelectMany(note => note.Boxes.Where(box => box.Page == page.Number)
            .Select(box => new PageMark(MarkKind.Footnote, box.Box, $"FN {note.Number}", note.Text)));
        var placed = passages.Concat(notes).ToList();
        var printed = document.Passages.SelectMany(passage => passage.Printed).Where(line => line.Page == page.Number).Select(line => line.Box).ToList();
        foreach (var line in page.Lines)
        {
            var box = page.AsShown(line.Box);
            if (!printed.Exists(other => Covers(other, box)) && !placed.Exists(mark => mark.Kind == MarkKind.Footnote && Covers(mark.Box, box)))
            {
                placed.Add(MarkOf(line, box, page.Number, document));
            }
        }

        return placed;
    }

    private static PageMark MarkOf(Line line, Box box, int page, StructuredDocument document)
    {
        var letters = Letters(line.Text);
        var heading = document.Sections.FirstOrDefault(section =>
            section.Page == page && letters.Length > 1 && (Letters(section.Number + section.Title).Contains(letters, StringComparison.Ordinal) || letters.EndsWith(Letters(section.Title), StringComparison.Ordinal)));
        if (heading is not null)
        {
            return new(MarkKind.Heading, box, FormattableString.Invariant($"H{heading.Level}"), line.Text);
        }

        var aside = document.SetAside.FirstOrDefault(other => other.Page == page && Letters(other.Text) == letters);
        if (aside is not null)
        {
            return new(MarkKind.SetAside, box, EnumWords.Of(aside.Reason).Replace('_', ' '), line.Text);
        }

        // A title stands in the document's record and in no passage.
        if (letters.Length > 1 && new[] { document.Front.Title, document.Front.Subtitle }.Any(title => Letters(title).Contains(letters, StringComparison.Ordinal)))
        {
            return new(MarkKind.SetAside, box, "title", line.Text);
        }

        // An attribution stands in its quote's record and not in its text.
        var quote = document.Passages.FirstOrDefault(passage =>
            passage.Attribution is { } name && passage.PageLast >= page && passage.PageFirst <= page && letters.Length > 1 && Letters(name).Contains(letters, StringComparison.Ordinal));
        return quote is not null
            ? new(MarkKind.SetAside, box, "attribution", line.Text)
            : new(MarkKind.Unplaced, box, "?", line.Text);
    }

    /// <summary>True when most of a line lies in an area.</summary>
    private static bool Covers(Box area, Box line)
    {
        var width = Math.Min(area.Right, line.Right) - Math.Max(area.Left, line.Left);
        var height = Math.Min(area.Bottom, line.Bottom) - Math.Max(area.Top, line.Top);
        return width > 0.6 * line.Width && height > 0.6 * line.Height;
    }

    private static string Letters(string? text) => string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
