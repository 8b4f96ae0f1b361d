namespace KnowledgeBase.Documents;

/// <summary>The meeting a paper reports on.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Place">City or country.</param>
/// <param name="Year">Four digits.</param>
public sealed record DocumentEvent(string? Name, string? Place, int? Year);

/// <summary>A person or organisation named as participant or member.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Organisation">Where printed beside a person.</param>
public sealed record Member(string Name, string? Organisation = null);

/// <summary>What the document says of itself. Unknown values are null or empty, never invented.</summary>
public sealed record FrontMatter
{
    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>Subtitle.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Name of the series.</summary>
    public string? Series { get; init; }

    /// <summary>Number within the series, or document symbol (A/66/811).</summary>
    public string? Number { get; init; }

    /// <summary>Year of publication.</summary>
    public int? Year { get; init; }

    /// <summary>The meeting reported on.</summary>
    public DocumentEvent? Event { get; init; }

    /// <summary>Authors in printed order.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Editors in printed order.</summary>
    public IReadOnlyList<string> Editors { get; init; } = [];

    /// <summary>Publisher.</summary>
    public string? Publisher { get; init; }

    /// <summary>Place of publication.</summary>
    public string? Place { get; init; }

    /// <summary>ISSN or ISBN as printed.</summary>
    public string? StandardNumber { get; init; }

    /// <summary>DOI without resolver address.</summary>
    public string? Doi { get; init; }

    /// <summary>Address of the document itself, where printed.</summary>
    public string? Url { get; init; }

    /// <summary>Two-letter language code of most of the text.</summary>
    public string? Language { get; init; }
}
