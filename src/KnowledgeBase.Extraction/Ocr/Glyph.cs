namespace KnowledgeBase.Extraction.Ocr;

/// <summary>A connected piece of ink: a letter, a dot, a part of a broken letter, letters that touch.</summary>
/// <param name="Left">First column, in pixels.</param>
/// <param name="Top">First row, in pixels.</param>
/// <param name="Right">Last column, exclusive.</param>
/// <param name="Bottom">Last row, exclusive.</param>
/// <param name="Area">Pixels of ink.</param>
internal readonly record struct Glyph(int Left, int Top, int Right, int Bottom, int Area)
{
    public int Width => Right - Left;

    public int Height => Bottom - Top;

    public double CenterX => (Left + Right) / 2.0;

    public double CenterY => (Top + Bottom) / 2.0;
}
