using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Dump;

/// <summary>How the dump's lines are cut.</summary>
/// <param name="Width">Usual length in characters of a full line of running text.</param>
/// <param name="Unwrapped">True when a line is a paragraph.</param>
/// <param name="GapsBetweenParagraphs">True when blank lines separate paragraphs.</param>
internal sealed partial record TextMeasure(double Width, bool Unwrapped, bool GapsBetweenParagraphs)
{
    private const int UnwrappedCharacters = 200;

    public static TextMeasure Of(IReadOnlyList<DumpLine> lines)
    {
        // The last line of a stretch is shorter than the measure, so only lines that the next one goes on from count.
        var full = lines.Zip(lines.Skip(1)).Where(p => !p.Second.GapBefore && p.First.Text.Length >= 25 && !LineShape.EndsSentence(p.First.Text))
            .Select(p => p.First.Text.Length).Order().ToList();
        var characters = lines.Sum(l => l.Text.Length);
        var inLongLines = lines.Where(l => l.Text.Length > UnwrappedCharacters).Sum(l => l.Text.Length);
        var width = full.Count == 0 ? 80 : full[full.Count / 2];
        // A short line that ends a sentence ends a paragraph; what follows shows how the dump parts them.
        var ends = lines.Zip(lines.Skip(1)).Where(p => p.First.Text.Length < width * 0.75 && LineShape.EndsSentence(p.First.Text) && LineShape.StartsUpper(p.Second.Text)).ToList();
        return new(width, characters > 0 && inLongLines * 2 > characters, ends.Count(p => p.Second.GapBefore) * 10 >= ends.Count * 7);
    }

    /// <summary>True when the line is filled so far that the next word would not have fitted.</summary>
    public bool IsFull(DumpLine line) => Unwrapped || line.Text.Length >= Width * 0.8;

    /// <summary>
    /// Some converters break the line at each raised mark. A line that ends in a mark and the next, which together have room in the
    /// measure, are one printed line.
    /// </summary>
    public IReadOnlyList<DumpLine> MendBrokenMarks(IReadOnlyList<DumpLine> lines)
    {
        var mended = new List<DumpLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            // A heading may follow a mark too: a short line that no lower-case line goes on from.
            var heading = line.Text.Length < Width * 0.6 && i + 1 < lines.Count && !LineShape.StartsLower(lines[i + 1].Text) && LineShape.StartsUpper(line.Text);
            if (!heading && mended.Count > 0 && !line.GapBefore && EndsInMark().IsMatch(mended[^1].Text)
                && mended[^1].Text.Length + line.Text.Length + 1 <= Width * 1.15 && !NoteOpening().IsMatch(line.Text))
            {
                mended[^1] = mended[^1] with { Text = $"{mended[^1].Text} {line.Text}" };
            }
            else
            {
                mended.Add(line);
            }
        }

        return mended;
    }

    [GeneratedRegex(@"(?<=[\p{L}.,;:!?”’""»)\]])\d{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex EndsInMark();

    [GeneratedRegex(@"^\d{1,3}\s", RegexOptions.CultureInvariant)]
    private static partial Regex NoteOpening();
}
