using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Images;

namespace KnowledgeBase.Cli.Inspection;

/// <summary>Draws what became of a page's areas over its picture, each kind in its colour.</summary>
internal static class PageDrawing
{
    private const double FillShare = 0.16;

    /// <summary>Draws it.</summary>
    /// <param name="image">The page's picture; drawn on.</param>
    /// <param name="marks">What to draw.</param>
    /// <param name="pixelsPerPoint">Of the picture.</param>
    public static void Draw(ColourImage image, IReadOnlyList<PageMark> marks, double pixelsPerPoint)
    {
        foreach (var mark in marks)
        {
            int left = (int)Math.Floor(mark.Box.Left * pixelsPerPoint) - 2, top = (int)Math.Floor(mark.Box.Top * pixelsPerPoint) - 1;
            int right = (int)Math.Ceiling(mark.Box.Right * pixelsPerPoint) + 2, bottom = (int)Math.Ceiling(mark.Box.Bottom * pixelsPerPoint) + 1;
            var colour = ColourOf(mark);
            image.Fill(left, top, right, bottom, colour, FillShare);
            image.Frame(left, top, right, bottom, colour, mark.Kind == MarkKind.Passage ? 2 : 1);
        }

        // Labels last, so that no frame crosses them.
        foreach (var mark in marks)
        {
            WriteLabel(image, mark, pixelsPerPoint);
        }
    }

    /// <summary>The colour of a kind and role, with its name.</summary>
    public static Rgb ColourOf(PageMark mark) => mark switch
    {
        { Kind: MarkKind.Footnote } => new(230, 120, 0),
        { Kind: MarkKind.Heading } => new(20, 60, 220),
        { Kind: MarkKind.SetAside } => new(120, 120, 120),
        { Kind: MarkKind.Unplaced } => new(230, 0, 0),
        { Role: PassageRole.Paragraph } => new(0, 140, 60),
        { Role: PassageRole.ListItem } => new(0, 140, 160),
        { Role: PassageRole.Quote } => new(150, 0, 190),
        { Role: PassageRole.Boilerplate } => new(140, 110, 60),
        _ => new(190, 160, 0),
    };

    private static void WriteLabel(ColourImage image, PageMark mark, double pixelsPerPoint)
    {
        const int Scale = 2, Rim = 2;
        int width = BitmapFont.WidthOf(mark.Label, Scale) + (2 * Rim), height = BitmapFont.HeightOf(Scale) + (2 * Rim);
        // Beside the area where the margin has room, else over its corner.
        var left = (int)(mark.Box.Left * pixelsPerPoint) - width - 3;
        left = left < 0 ? (int)(mark.Box.Left * pixelsPerPoint) : left;
        var top = (int)(mark.Box.Top * pixelsPerPoint);
        image.Fill(left, top, left + width, top + height, ColourOf(mark), 1);
        BitmapFont.Write(image, mark.Label, left + Rim, top + Rim, new(255, 255, 255), Scale);
    }
}
