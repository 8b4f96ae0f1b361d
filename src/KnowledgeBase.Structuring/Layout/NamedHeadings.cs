using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// Headings that no type tells: what the file's outline or the printed contents page names on its page, and what is named and counted
/// ("Recommendation 1: …", "Recommendation 2: …") on lines of its own.
/// </summary>
internal static partial class NamedHeadings
{
    private const int FewestInSeries = 3;

    private const int LongestWords = 32;

    /// <summary>Makes headings of such paragraphs.</summary>
    /// <param name="pieces">Blocks in reading order, the contents page marked.</param>
    /// <param name="outline">The file's own outline.</param>
    /// <param name="labels">Printed page label by page, element 0 for page 1.</param>
    public static IReadOnlyList<Piece> Promote(IReadOnlyList<Piece> pieces, IReadOnlyList<OutlineEntry> outline, IReadOnlyList<string?> labels)
    {
        var named = outline.Concat(PrintedContents.Read(pieces, labels)).Where(entry => entry.Page is not null)
            .Select(entry => (entry.Page!.Value, Words(entry.Title))).Where(entry => entry.Item2.Length > 5).ToHashSet();
        var counted = Counted(pieces);
        return pieces.Select(piece => CanHead(piece) && (counted.Contains(piece) || named.Contains((piece.Page, Words(piece.Text))))
            ? piece with { Kind = BlockKind.Heading, Marker = null }
            : piece).ToList();
    }

    private static bool CanHead(Piece piece) =>
        piece.Kind is BlockKind.Paragraph or BlockKind.ListItem && piece.WordCount <= LongestWords && piece.First.Marker is not { Style: MarkerStyle.Bullet } && !piece.Last.Unmarked.EndsWith('.');

    /// <summary>Paragraphs that open with the same name and count on from 1.</summary>
    private static HashSet<Piece> Counted(IReadOnlyList<Piece> pieces)
    {
        var found = new HashSet<Piece>(ReferenceEqualityComparer.Instance);
        foreach (var group in pieces.Where(piece => piece.Kind is BlockKind.Paragraph or BlockKind.Heading && piece.WordCount <= LongestWords && !piece.Last.Unmarked.EndsWith('.'))
            .Select(piece => (Piece: piece, Match: Name().Match(piece.Text))).Where(item => item.Match.Success)
            .GroupBy(item => item.Match.Groups[1].Value, StringComparer.Ordinal))
        {
            var numbers = group.Select(item => int.Parse(item.Match.Groups[2].Value, CultureInfo.InvariantCulture)).ToList();
            var countsOn = numbers.Count >= FewestInSeries && numbers.Zip(numbers.Skip(1)).All(pair => pair.Second == pair.First + 1);
            if (countsOn)
            {
                found.UnionWith(group.Select(item => item.Piece));
            }
        }

        return found;
    }

    private static string Words(string text) => PassageId.Normalise(Number().Replace(text.Trim(), "").TrimEnd(':', ' '));

    [GeneratedRegex(@"^(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Za-z])[.)]?\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    /// <summary>What is counted in the text; tables, figures and their like have captions.</summary>
    [GeneratedRegex(
        @"^((?!Figure|Fig|Table|Tableau|Tabla|Cuadro|Box|Chart|Map|Photo|Image|Source|Note|Footnote|Article|Art[íi]culo|Page|Row|Item|Day)\p{Lu}\p{L}{3,}(?:\s\p{L}{3,})?)\s(\d{1,2})\s*(?:[:.–—-]\s*\p{L}.*)?:?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
