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
        var runs = new List<Run>();
        var inRuns = new HashSet<int>();
        var headings = 0;
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

            // A list within a numbered paragraph counts from 1 anew while the paragraphs' own run waits.
            var run = runs.FindLast(open => marker.Value > open.Last && marker.Value <= open.Last + 2);
            if (run is null)
            {
                runs.Add(run = new(headings));
            }

            run.Add(i, marker.Value, headings, piece.WordCount);
        }

        inRuns.UnionWith(runs.Where(run => run.IsOfParagraphs).SelectMany(run => run.Items));
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

    /// <summary>Items whose numbers go on from each other.</summary>
    private sealed class Run(int headingsBefore)
    {
        private int headings;
        private int words;

        public List<int> Items { get; } = [];

        public int Last { get; private set; }

        /// <summary>Long enough, across headings, and of whole sentences.</summary>
        public bool IsOfParagraphs => Items.Count >= FewestInRun && headings >= 2 && words >= 25 * Items.Count;

        public void Add(int index, int value, int headingsSoFar, int wordCount)
        {
            Items.Add(index);
            Last = value;
            headings = headingsSoFar - headingsBefore;
            words += wordCount;
        }
    }
}
