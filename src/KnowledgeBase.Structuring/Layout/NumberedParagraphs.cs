using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// Tells numbered paragraphs ("12." before each paragraph of a report) from numbered lists: the numbers run on across headings.
/// </summary>
internal static class NumberedParagraphs
{
    private const int FewestInRun = 5;

    /// <summary>Turns items that are numbered paragraphs into paragraphs; their number stays as marker.</summary>
    public static IReadOnlyList<Piece> Mark(IReadOnlyList<Piece> pieces)
    {
        var run = new List<int>();
        var inRuns = new HashSet<int>();
        int expected = 0, headings = 0, between = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Kind == BlockKind.Heading)
            {
                between++;
            }

            if (piece.Kind != BlockKind.ListItem || piece.First.Marker is not { Style: MarkerStyle.Number } marker || marker.Text.StartsWith('('))
            {
                continue;
            }

            if (run.Count > 0 && marker.Value >= expected && marker.Value <= expected + 2)
            {
                run.Add(i);
                headings += between;
                (expected, between) = (marker.Value + 1, 0);
            }
            else if (run.Count == 0 || marker.Value == 1)
            {
                Settle(run, headings, inRuns, pieces);
                (run, expected, headings, between) = ([i], marker.Value + 1, 0, 0);
            }
        }

        Settle(run, headings, inRuns, pieces);
        return pieces.Select((piece, index) => inRuns.Contains(index)
            ? piece with { Kind = BlockKind.Paragraph, LeavesBox = EndsBox(pieces, inRuns, index) }
            : piece).ToList();
    }

    /// <summary>
    /// A numbered paragraph after a box: the last heading is one of a numbered series ("Recommendation 3") and all text under it
    /// is without number.
    /// </summary>
    private static bool EndsBox(IReadOnlyList<Piece> pieces, HashSet<int> inRuns, int index)
    {
        var unnumbered = 0;
        for (var i = index - 1; i >= 0; i--)
        {
            if (pieces[i].Kind == BlockKind.Heading)
            {
                return unnumbered > 0 && HeadingStyle.Of(pieces[i]).Numbering == HeadingNumbering.Named;
            }

            if (inRuns.Contains(i))
            {
                return false;
            }

            unnumbered += pieces[i].Kind is BlockKind.Paragraph or BlockKind.ListItem ? 1 : 0;
        }

        return false;
    }

    private static void Settle(List<int> run, int headings, HashSet<int> inRuns, IReadOnlyList<Piece> pieces)
    {
        var words = run.Count == 0 ? 0 : run.Average(index => pieces[index].WordCount);
        if (run.Count >= FewestInRun && headings >= 2 && words >= 25)
        {
            inRuns.UnionWith(run);
        }
    }
}
