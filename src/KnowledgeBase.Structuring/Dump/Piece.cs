namespace KnowledgeBase.Structuring.Dump;

/// <summary>What a piece of a dump is.</summary>
internal enum PieceKind
{
    Paragraph,
    Heading,
    ListItem,
    Quote,
    Attribution,
    Note,
}

/// <summary>Lines that belong together.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Lines">In order; a paragraph cut by a page or a note has the lines of both parts.</param>
internal sealed record Piece(PieceKind Kind, IReadOnlyList<DumpLine> Lines)
{
    /// <summary>List marker or note number.</summary>
    public string? Marker { get; init; }

    /// <summary>Characters of the first line that print the marker.</summary>
    public int Opening { get; init; }

    /// <summary>Who is quoted.</summary>
    public string? Attribution { get; init; }

    /// <summary>Index in the dump of the first line.</summary>
    public int FirstLine { get; init; }

    public string FirstText => Lines[0].Text[Opening..];

    public string LastText => Lines.Count == 1 ? FirstText : Lines[^1].Text;
}
