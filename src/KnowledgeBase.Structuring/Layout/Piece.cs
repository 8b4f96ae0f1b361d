using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Lines of one column that read as one block.</summary>
/// <param name="Set">The lines and what they share.</param>
/// <param name="Region">The column it stands in.</param>
/// <param name="RegionIndex">Position of the column in the document's reading order.</param>
internal sealed record Piece(PieceLines Set, Region Region, int RegionIndex)
{
    /// <summary>A piece of some lines.</summary>
    public Piece(IReadOnlyList<LayoutLine> lines, Region region, int regionIndex)
        : this(new PieceLines(lines), region, regionIndex)
    {
    }

    /// <summary>What it is, as far as known.</summary>
    public BlockKind Kind { get; init; } = BlockKind.Paragraph;

    /// <summary>Note number for a footnote, marker for an item or a numbered paragraph.</summary>
    public string? Marker { get; init; }

    /// <summary>Heading level from 1, 0 when unknown.</summary>
    public int Level { get; init; }

    /// <summary>How sure the level is, 0 to 1.</summary>
    public double LevelConfidence { get; init; } = 1;

    /// <summary>Who is quoted.</summary>
    public string? Attribution { get; init; }

    /// <summary>True when it ends the reach of a boxed heading.</summary>
    public bool LeavesBox { get; init; }

    public IReadOnlyList<LayoutLine> Lines => Set.Lines;

    public LayoutLine First => Set.Lines[0];

    public LayoutLine Last => Set.Lines[^1];

    public int Page => First.Page;

    public string Text => Set.Text;

    public int WordCount => Set.WordCount;

    public Box Box => Set.Box;

    public double Size => Set.Longest.Size;

    public bool Bold => Set.Bold;

    public bool Italic => Set.Italic;

    public bool Caps => Set.Caps;

    public string Color => Set.Longest.Color;

    /// <summary>What headings of one level share.</summary>
    public TypeStyle Style => new(Math.Round(Size * 2) / 2, Bold, Italic, Caps, Color);

    /// <summary>The same piece with other lines.</summary>
    public Piece WithLines(IReadOnlyList<LayoutLine> lines) => this with { Set = new PieceLines(lines) };
}
