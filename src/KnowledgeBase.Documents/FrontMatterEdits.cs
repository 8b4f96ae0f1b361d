namespace KnowledgeBase.Documents;

/// <summary>
/// What a person says of a document, in place of what was read from it. What is null was not said; an empty list says that there are none.
/// </summary>
public sealed record FrontMatterEdits
{
    /// <summary>Nothing is said.</summary>
    public static FrontMatterEdits None { get; } = new();

    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>Subtitle.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Name of the series.</summary>
    public string? Series { get; init; }

    /// <summary>Number within the series, or document symbol.</summary>
    public string? Number { get; init; }

    /// <summary>Year of publication.</summary>
    public int? Year { get; init; }

    /// <summary>The meeting reported on; replaces all that was read of it.</summary>
    public DocumentEvent? Event { get; init; }

    /// <summary>Authors in order.</summary>
    public IReadOnlyList<string>? Authors { get; init; }

    /// <summary>Editors in order.</summary>
    public IReadOnlyList<string>? Editors { get; init; }

    /// <summary>Publisher.</summary>
    public string? Publisher { get; init; }

    /// <summary>Place of publication.</summary>
    public string? Place { get; init; }

    /// <summary>ISSN or ISBN.</summary>
    public string? StandardNumber { get; init; }

    /// <summary>DOI without resolver address.</summary>
    public string? Doi { get; init; }

    /// <summary>Address of the document.</summary>
    public string? Url { get; init; }

    /// <summary>Two-letter language code.</summary>
    public string? Language { get; init; }

    /// <summary>The front matter with what is said put in.</summary>
    public FrontMatter Apply(FrontMatter front)
    {
        ArgumentNullException.ThrowIfNull(front);
        return front with
        {
            Title = Title ?? front.Title,
            Subtitle = Subtitle ?? front.Subtitle,
            Series = Series ?? front.Series,
            Number = Number ?? front.Number,
            Year = Year ?? front.Year,
            Event = Event ?? front.Event,
            Authors = Authors ?? front.Authors,
            Editors = Editors ?? front.Editors,
            Publisher = Publisher ?? front.Publisher,
            Place = Place ?? front.Place,
            StandardNumber = StandardNumber ?? front.StandardNumber,
            Doi = Doi ?? front.Doi,
            Url = Url ?? front.Url,
            Language = Language ?? front.Language,
        };
    }

    /// <summary>These edits, and <paramref name="earlier"/> where these say nothing.</summary>
    public FrontMatterEdits Over(FrontMatterEdits earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return new()
        {
            Title = Title ?? earlier.Title,
            Subtitle = Subtitle ?? earlier.Subtitle,
            Series = Series ?? earlier.Series,
            Number = Number ?? earlier.Number,
            Year = Year ?? earlier.Year,
            Event = Event ?? earlier.Event,
            Authors = Authors ?? earlier.Authors,
            Editors = Editors ?? earlier.Editors,
            Publisher = Publisher ?? earlier.Publisher,
            Place = Place ?? earlier.Place,
            StandardNumber = StandardNumber ?? earlier.StandardNumber,
            Doi = Doi ?? earlier.Doi,
            Url = Url ?? earlier.Url,
            Language = Language ?? earlier.Language,
        };
    }
}
