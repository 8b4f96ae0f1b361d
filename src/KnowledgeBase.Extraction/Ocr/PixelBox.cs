namespace KnowledgeBase.Extraction.Ocr;

/// <summary>A rectangle on a page's picture, in pixels from the top left; right and bottom exclusive.</summary>
internal readonly record struct PixelBox(int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left;

    public int Height => Bottom - Top;

    public static PixelBox Of(Glyph glyph) => new(glyph.Left, glyph.Top, glyph.Right, glyph.Bottom);

    public PixelBox Union(PixelBox other) => new(
        Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    public PixelBox Moved(int x, int y) => new(Left + x, Top + y, Right + x, Bottom + y);
}
