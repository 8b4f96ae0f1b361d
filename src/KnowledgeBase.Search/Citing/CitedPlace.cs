using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Citing;

/// <summary>Where a passage stands in its source, as a reader with the print in hand finds it.</summary>
public static class CitedPlace
{
    /// <summary>
    /// "p. 7" and "pp. 7–8" by the printed labels; "PDF p. 12" where no label is known, so that nobody takes the index for the printed number;
    /// "sec. 3.2, para. 4" in formats without pages; "n. 12 on p. 9" for a footnote. Null when nothing is known.
    /// </summary>
    public static string? Of(PassageEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var place = Pages(entry.Passage);
        if (entry.NoteNumber is { } note)
        {
            return place is null ? $"n. {note}" : $"n. {note} on {place}";
        }

        return place ?? SectionAndParagraph(entry);
    }

    private static string? Pages(Passage passage)
    {
        if (passage.PageFirst is not { } first)
        {
            return null;
        }

        var last = passage.PageLast ?? first;
        if (passage.PageLabelFirst is not { } firstLabel)
        {
            return $"PDF {Range(Number(first), Number(last))}";
        }

        return Range(firstLabel, last == first ? firstLabel : passage.PageLabelLast ?? firstLabel);
    }

    private static string? SectionAndParagraph(PassageEntry entry)
    {
        var section = entry switch
        {
            { SectionNumber: { } number } => $"sec. {number}",
            { Passage.HeadingPath: [.., var heading] } => $"sec. “{heading}”",
            _ => null,
        };
        var paragraph = entry.Passage.ParagraphInSection > 0 ? $"para. {Number(entry.Passage.ParagraphInSection)}" : null;
        return (section, paragraph) switch
        {
            (null, _) => paragraph,
            (_, null) => section,
            _ => $"{section}, {paragraph}",
        };
    }

    private static string Range(string first, string last) => first == last ? $"p. {first}" : $"pp. {first}–{last}";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
