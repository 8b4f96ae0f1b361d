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
    public static string? Of(PassageEntry entry) => Of(entry, CodedText.InEnglish);

    /// <summary>The same in the words of another language, for a page that speaks it; citations are in English.</summary>
    /// <param name="entry">The passage.</param>
    /// <param name="say">Gives the words of that language.</param>
    public static string? Of(PassageEntry entry, Func<CodedText, string> say)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(say);
        var place = Pages(entry.Passage, say);
        if (entry.NoteNumber is { } note)
        {
            return say(place is null ? CodedText.Of("place-note", $"n. {note}") : CodedText.Of("place-note-on", $"n. {note} on {place}"));
        }

        return place ?? SectionAndParagraph(entry, say);
    }

    private static string? Pages(Passage passage, Func<CodedText, string> say)
    {
        if (passage.PageFirst is not { } first)
        {
            return null;
        }

        var last = passage.PageLast ?? first;
        if (passage.PageLabelFirst is not { } firstLabel)
        {
            return say(CodedText.Of("place-pdf", $"PDF {Range(Number(first), Number(last), say)}"));
        }

        return Range(firstLabel, last == first ? firstLabel : passage.PageLabelLast ?? firstLabel, say);
    }

    private static string? SectionAndParagraph(PassageEntry entry, Func<CodedText, string> say)
    {
        var section = entry switch
        {
            { SectionNumber: { } number } => say(CodedText.Of("place-section", $"sec. {number}")),
            { Passage.HeadingPath: [.., var heading] } => say(CodedText.Of("place-heading", $"sec. “{heading}”")),
            _ => null,
        };
        var paragraph = entry.Passage.ParagraphInSection > 0 ? say(CodedText.Of("place-paragraph", $"para. {Number(entry.Passage.ParagraphInSection)}")) : null;
        return (section, paragraph) switch
        {
            (null, _) => paragraph,
            (_, null) => section,
            _ => $"{section}, {paragraph}",
        };
    }

    private static string Range(string first, string last, Func<CodedText, string> say) =>
        say(first == last ? CodedText.Of("place-page", $"p. {first}") : CodedText.Of("place-pages", $"pp. {first}–{last}"));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
