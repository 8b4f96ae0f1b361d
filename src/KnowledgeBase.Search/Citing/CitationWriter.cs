using KnowledgeBase.Documents;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Citing;

/// <summary>Writes citations in one style from what a document says of itself; what it does not say is left out, never invented.</summary>
/// <param name="style">The style.</param>
public sealed class CitationWriter(CitationStyle style)
{
    /// <summary>Cites one passage in full: the source, then the place. A quoted speaker is named first ("N. N., quoted in …").</summary>
    /// <param name="front">What the source says of itself.</param>
    /// <param name="fileName">Stands for a title that is not known.</param>
    /// <param name="entry">The passage or footnote.</param>
    public Citation CitePassage(FrontMatter front, string fileName, PassageEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var runs = new CitationRuns();
        if (SpeakerOf(entry) is { } speaker)
        {
            runs.Add($"{speaker}, quoted in ");
        }

        if (style == CitationStyle.Apa)
        {
            ApaStyle.Reference(runs, front, fileName);
        }
        else
        {
            ChicagoStyle.Note(runs, front, fileName);
        }

        if (CitedPlace.Of(entry) is { } place)
        {
            runs.Separate(style == CitationStyle.Apa ? " " : ", ").Add(style == CitationStyle.Apa ? $"({place})" : place);
        }

        return runs.End();
    }

    /// <summary>Cites a whole document as a list of sources does, the first author inverted.</summary>
    /// <param name="front">What the source says of itself.</param>
    /// <param name="fileName">Stands for a title that is not known.</param>
    public Citation CiteSource(FrontMatter front, string fileName)
    {
        var runs = new CitationRuns();
        if (style == CitationStyle.Apa)
        {
            ApaStyle.Reference(runs, front, fileName);
            // APA sets no full stop after an address; the other parts bring their own.
            return runs.End(stop: "");
        }

        ChicagoStyle.Bibliography(runs, front, fileName);
        return runs.End();
    }

    /// <summary>
    /// What stands in brackets in the running text: "(Family, 2016, p. 7)", a document without authors by its title. A quoted speaker is named
    /// first ("(N. N., as quoted in Family, 2016, p. 7)"): their words are not the author's.
    /// </summary>
    /// <param name="front">What the source says of itself.</param>
    /// <param name="fileName">Stands for a title that is not known.</param>
    /// <param name="entry">The passage or footnote.</param>
    public static string InText(FrontMatter front, string fileName, PassageEntry entry) =>
        ApaStyle.InText(front, fileName, CitedPlace.Of(entry), SpeakerOf(entry));

    private static string? SpeakerOf(PassageEntry entry) =>
        entry.Passage is { Role: PassageRole.Quote, Attribution: { Length: > 0 } speaker } ? speaker.Trim().TrimEnd(',', '.') : null;
}
