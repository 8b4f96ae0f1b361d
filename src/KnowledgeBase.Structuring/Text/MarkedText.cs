using System.Text;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Text;

/// <summary>A text without its footnote marks, and where they stood.</summary>
/// <param name="Text">Blanks collapsed, trimmed.</param>
/// <param name="Refs">In order; offsets into <paramref name="Text"/>.</param>
public sealed record MarkedText(string Text, IReadOnlyList<FootnoteRef> Refs)
{
    /// <summary>No text.</summary>
    public static MarkedText Empty { get; } = new("", []);

    /// <summary>Cuts characters off the front; marks that stood in them move to the start.</summary>
    public MarkedText Without(int leading)
    {
        var rest = Text[leading..];
        var blanks = rest.Length - rest.TrimStart().Length;
        return new(rest.TrimStart(), [.. Refs.Select(r => r with { Offset = Math.Max(0, r.Offset - leading - blanks) })]);
    }

    /// <summary>Puts another text after this one.</summary>
    public MarkedText Then(MarkedText next, string between = " ")
    {
        if (Text.Length == 0)
        {
            return new(next.Text, [.. Refs, .. next.Refs]);
        }

        var offset = Text.Length + between.Length;
        return new(Text + between + next.Text, [.. Refs, .. next.Refs.Select(r => r with { Offset = r.Offset + offset })]);
    }
}

/// <summary>Builds a <see cref="MarkedText"/> piece by piece.</summary>
public sealed class MarkedTextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<FootnoteRef> _refs = [];

    /// <summary>Adds words; runs of blanks become one.</summary>
    public void Add(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        foreach (var c in words)
        {
            if (!char.IsWhiteSpace(c))
            {
                _text.Append(c);
            }
            else if (_text.Length > 0 && _text[^1] != ' ')
            {
                _text.Append(' ');
            }
        }
    }

    /// <summary>Adds a mark after the words so far; a blank before the mark is not counted.</summary>
    public void AddMark(string number)
    {
        var end = _text.Length;
        while (end > 0 && _text[end - 1] == ' ')
        {
            end--;
        }

        _refs.Add(new(number, end));
    }

    /// <summary>The text so far.</summary>
    public MarkedText Build()
    {
        var text = _text.ToString().TrimEnd();
        return new(text, [.. _refs.Select(r => r with { Offset = Math.Min(r.Offset, text.Length) })]);
    }
}
