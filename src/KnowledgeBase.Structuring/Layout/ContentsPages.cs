using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Keeps the entries of a contents page from being headings and text: they end with page numbers or repeat later headings.</summary>
internal static partial class ContentsPages
{
    private const int LongestEntryWords = 30;

    /// <summary>A contents page stands before the text, after cover, imprint and forewords.</summary>
    private const int LastContentsPage = 14;

    /// <summary>Marks the entries under a contents heading.</summary>
    public static IReadOnlyList<Piece> Mark(IReadOnlyList<Piece> pieces)
    {
        // Beside "Chapter" and "Page" it looks like a cell of a table.
        var start = pieces.ToList().FindIndex(piece => piece.Kind is BlockKind.Heading or BlockKind.Table && piece.Page <= LastContentsPage && IsContentsHeading(piece.Text));
        if (start < 0)
        {
            return pieces;
        }

        var later = pieces.Skip(start + 1).Where(piece => piece.Kind == BlockKind.Heading)
            .Select(piece => (Words: Words(piece.Text), piece.Page)).ToList();
        var result = pieces.ToList();
        result[start] = result[start] with { Kind = BlockKind.Heading };
        for (var i = start + 1; i < result.Count && result[i].Page <= result[start].Page + 4; i++)
        {
            var piece = result[i];
            if (piece.Kind == BlockKind.Footnote)
            {
                continue;
            }

            var words = Words(piece.Text);
            var repeated = later.Exists(heading => heading.Page > piece.Page && heading.Words == words && words.Length > 0);
            var entry = piece.Kind == BlockKind.Boilerplate || repeated || piece.Region.IsTable
                || (piece.WordCount <= LongestEntryWords * piece.Lines.Count && piece.Lines.Count(line => PageNumber().IsMatch(line.Text)) > 0.3 * piece.Lines.Count);
            var samePage = piece.Page == result[start].Page && piece.WordCount <= LongestEntryWords && !piece.Last.Text.EndsWith('.');
            if (!entry && !samePage)
            {
                break;
            }

            result[i] = piece with { Kind = BlockKind.Boilerplate, Marker = null };
        }

        return result;
    }

    /// <summary>True for the usual names of a contents page.</summary>
    public static bool IsContentsHeading(string text) => Contents().IsMatch(text.Trim());

    /// <summary>The words without number and page number.</summary>
    private static string Words(string text) => PassageId.Normalise(Edges().Replace(text.Trim(), ""));

    [GeneratedRegex(@"^(?:table of )?contents:?$|^index$|^table des mati[èe]res$|^sommaire$|^[íi]ndice(?: general)?$|^(?:tabla de )?contenidos?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Contents();

    [GeneratedRegex(@"(?:\s|\.|…)(?:\d{1,3}|[ivxl]{1,6})$|^(?:\d{1,3}|[ivxl]{1,6})$", RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Z])[.)]?\s+|[\s.…]+(?:\d{1,3}|[ivxl]{1,6})$", RegexOptions.CultureInvariant)]
    private static partial Regex Edges();
}
