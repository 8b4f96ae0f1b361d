using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Some lines in reading order, never empty, and what they share.</summary>
internal sealed class PieceLines(IReadOnlyList<LayoutLine> lines)
{
    public IReadOnlyList<LayoutLine> Lines { get; } = lines;

    public string Text { get; } = string.Join(' ', lines.Select(line => line.Text));

    public int WordCount { get; } = lines.Sum(line => line.Text.Count(c => c == ' ') + 1);

    public Box Box { get; } = lines.Select(line => line.Box).Aggregate((a, b) => a.Union(b));

    /// <summary>The line with the most characters; its type stands for all.</summary>
    public LayoutLine Longest { get; } = lines.MaxBy(line => line.Text.Length)!;

    public bool Bold { get; } = lines.All(line => line.Bold);

    public bool Italic { get; } = lines.All(line => line.Italic);

    public bool Caps { get; } = lines.All(line => line.Caps || line.Text.Count(char.IsLetter) < 4) && lines.Any(line => line.Caps);
}
