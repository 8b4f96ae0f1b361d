using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Lines of one column that read as one block.</summary>
/// <param name="Lines">In reading order; never empty.</param>
/// <param name="Region">The column it stands in.</param>
/// <param name="RegionIndex">Position of the column in the document's reading order.</param>
internal sealed record Piece(IReadOnlyList<LayoutLine> Lines, Region Region, int RegionIndex)
{
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

    public LayoutLine First => Lines[0];

    public LayoutLine Last => Lines[^1];

    public int Page => First.Page;

    public string Text => string.Join(' ', Lines.Select(line => line.Text));

    public int WordCount => Lines.Sum(line => line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);

    public Box Box => Lines.Select(line => line.Box).Aggregate((a, b) => a.Union(b));

    public double Size => Lines.MaxBy(line => line.Text.Length)!.Size;

    public bool Bold => Lines.All(line => line.Bold);

    public bool Italic => Lines.All(line => line.Italic);

    public bool Caps => Lines.All(line => line.Caps || line.Text.Count(char.IsLetter) < 4) && Lines.Any(line => line.Caps);

    public string Color => Lines.MaxBy(line => line.Text.Length)!.Color;

    /// <summary>What headings of one level share.</summary>
    public TypeStyle Style => new(Math.Round(Size * 2) / 2, Bold, Italic, Caps, Color);
}
