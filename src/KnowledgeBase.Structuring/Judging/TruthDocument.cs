namespace KnowledgeBase.Structuring.Judging;

/// <summary>A passage as a reader wrote it down.</summary>
/// <param name="Role">Its role in the words of the document JSON.</param>
/// <param name="Bag">Its words.</param>
/// <param name="HeadingPath">The words of its headings, outermost first.</param>
public sealed record TruthPassage(string Role, WordBag Bag, IReadOnlyList<WordBag> HeadingPath)
{
    /// <summary>List marker as printed, or null.</summary>
    public string? Marker { get; init; }

    /// <summary>Page it begins on in the form that the truth names, or null.</summary>
    public int? PageFirst { get; init; }

    /// <summary>Page it begins on in the PDF form, or null where that is not noted.</summary>
    public int? PdfPage { get; init; }

    /// <summary>The words of who is quoted.</summary>
    public WordBag Attribution { get; init; } = WordBag.Empty;

    /// <summary>Footnote marks in it.</summary>
    public IReadOnlyList<string> FootnoteRefs { get; init; } = [];
}

/// <summary>A heading as a reader wrote it down.</summary>
/// <param name="Bag">Its words without its number.</param>
/// <param name="Level">From 1.</param>
public sealed record TruthSection(WordBag Bag, int Level)
{
    /// <summary>Page in the form that the truth names, or null.</summary>
    public int? Page { get; init; }

    /// <summary>True for a heading that is only painted: it counts neither way.</summary>
    public bool NoTextLayer { get; init; }
}

/// <summary>A footnote as a reader wrote it down.</summary>
/// <param name="Number">Its mark.</param>
/// <param name="Bag">Its words.</param>
public sealed record TruthNote(string Number, WordBag Bag);

/// <summary>A document, or some pages of it, read by people.</summary>
/// <param name="Name">Of the truth's file, without extension.</param>
/// <param name="Source">The document's file as the truth names it.</param>
/// <param name="Sections">Headings in order.</param>
/// <param name="Passages">In order.</param>
/// <param name="Footnotes">In order.</param>
public sealed record TruthDocument(
    string Name, string Source, IReadOnlyList<TruthSection> Sections, IReadOnlyList<TruthPassage> Passages, IReadOnlyList<TruthNote> Footnotes)
{
    /// <summary>Words of the title, empty where unknown.</summary>
    public WordBag Title { get; init; } = WordBag.Empty;

    /// <summary>Year of publication or of the meeting, or null.</summary>
    public int? Year { get; init; }

    /// <summary>First and last page judged, from 1; null for all.</summary>
    public (int First, int Last)? PageRange { get; init; }

    /// <summary>Headings that one may read or leave: they count neither way.</summary>
    public IReadOnlyList<WordBag> ArguableSections { get; init; } = [];

    /// <summary>Text cut by the edges of the judged pages: it counts neither way.</summary>
    public IReadOnlyList<WordBag> ArguablePassages { get; init; } = [];
}
