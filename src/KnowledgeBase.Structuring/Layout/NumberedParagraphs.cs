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
        int expected = 0, headings = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Kind == BlockKind.Heading)
            {
                headings++;
            }

            if (piece.Kind != BlockKind.ListItem || piece.First.Marker is not { Style: MarkerStyle.Number } marker || marker.Text.StartsWith('('))
            {
                continue;
            }

            if (run.Count > 0 && marker.Value >= expected && marker.Value <= expected + 2)
            {
                run.Add(i);
                expected = marker.Value + 1;
            }
            else if (run.Count == 0 || marker.Value == 1)
            {
                Settle(run, headings, inRuns, pieces);
                (run, expected, headings) = ([i], marker.Value + 1, 0);
            }
        }

        Settle(run, headings, inRuns, pieces);
        return pieces.Select((piece, index) => inRuns.Contains(index) ? piece with { Kind = BlockKind.Paragraph } : piece).ToList();
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
