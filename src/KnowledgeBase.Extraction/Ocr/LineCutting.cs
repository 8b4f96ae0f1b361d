using KnowledgeBase.Extraction.Images;

namespace KnowledgeBase.Extraction.Ocr;

/// <summary>A line cut out of a page, some of its columns left out.</summary>
/// <param name="Picture">What is left.</param>
/// <param name="Columns">For each column of the picture, the column of the page it comes from.</param>
/// <param name="Top">Row of the page that its first row comes from.</param>
internal sealed record LineCutting(GrayImage Picture, IReadOnlyList<int> Columns, int Top)
{
    /// <summary>Keeps some columns of a cut.</summary>
    /// <param name="cut">The whole cut.</param>
    /// <param name="columns">Columns of it to keep, in order.</param>
    /// <param name="left">Column of the page that the cut's first column comes from.</param>
    /// <param name="top">Row of the page that the cut's first row comes from.</param>
    public static LineCutting Of(GrayImage cut, IReadOnlyList<int> columns, int left, int top)
    {
        var picture = GrayImage.White(columns.Count, cut.Height);
        for (var y = 0; y < cut.Height; y++)
        {
            ReadOnlySpan<byte> from = cut.Row(y);
            var to = picture.Row(y);
            for (var i = 0; i < columns.Count; i++)
            {
                to[i] = from[columns[i]];
            }
        }

        return new(picture, columns.Select(column => column + left).ToArray(), top);
    }

    /// <summary>Where an area of the picture stands on the page.</summary>
    public PixelBox OnPage(PixelBox box) => new(
        Columns[Math.Clamp(box.Left, 0, Columns.Count - 1)], box.Top + Top, Columns[Math.Clamp(box.Right - 1, 0, Columns.Count - 1)] + 1, box.Bottom + Top);
}
