using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.FrontMatter;

/// <summary>What front matter is read from.</summary>
/// <param name="Blocks">All blocks, in reading order.</param>
/// <param name="Sections">The section tree.</param>
/// <param name="Passages">The passages.</param>
/// <param name="SetAside">Running heads and the like, which often carry series and number.</param>
/// <param name="Extracted">The file's own word for itself.</param>
/// <param name="Language">As detected.</param>
internal sealed record FrontMatterEvidence(
    IReadOnlyList<Block> Blocks, IReadOnlyList<Section> Sections, IReadOnlyList<Passage> Passages,
    IReadOnlyList<SetAsideLine> SetAside, ExtractedDocument Extracted, string? Language)
{
    /// <summary>What the file says of itself.</summary>
    public FileMetadata Metadata => Extracted.Metadata;

    /// <summary>A value of the file's head by name, or null.</summary>
    public string? Declared(params string[] names) =>
        names.Select(n => Metadata.More.GetValueOrDefault(n)).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v))?.Trim();

    /// <summary>True for Markdown and HTML, whose head an author wrote; the properties of Word and PDF files fill themselves.</summary>
    public bool HeadIsWritten => Extracted.Source.Format is SourceFormat.Markdown or SourceFormat.Html;
}

/// <summary>
/// Reads what a document says of itself: first what is printed in the title block, the running heads and the imprint, then what the
/// head of a Markdown or HTML file says; the properties of Word and PDF files count only where the text bears them out.
/// </summary>
internal static class FrontMatterReader
{
    public static Documents.FrontMatter Read(FrontMatterEvidence evidence)
    {
        var lines = FrontLines.Of(evidence);
        var masthead = Masthead.Read(evidence.Extracted);
        var (series, number) = masthead?.Symbol is { } symbol ? (null, symbol) : SeriesReader.Read(evidence, lines);
        var (title, subtitle) = masthead?.Title is { } named ? (named, masthead.Subtitle) : TitleReader.Read(evidence, lines, series);
        var meeting = EventReader.Read(evidence, lines);
        return new()
        {
            Title = title,
            Subtitle = subtitle,
            Series = series,
            Number = number,
            Year = masthead?.Year ?? YearReader.Read(evidence, lines, number, title),
            Event = meeting,
            Authors = PeopleReader.Authors(evidence, lines),
            Editors = PeopleReader.Editors(evidence, lines),
            Publisher = ImprintReader.Publisher(evidence, lines),
            Place = ImprintReader.Place(lines),
            StandardNumber = ImprintReader.StandardNumber(evidence, lines),
            Doi = ImprintReader.Doi(evidence, lines),
            Url = ImprintReader.Url(evidence, lines),
            Language = evidence.Language ?? LanguageOf(evidence.Metadata.Language),
        };
    }

    private static string? LanguageOf(string? declared) =>
        declared is { Length: >= 2 } && char.IsAsciiLetter(declared[0]) && (declared.Length == 2 || declared[2] is '-' or '_') ? declared[..2].ToLowerInvariant() : null;
}
