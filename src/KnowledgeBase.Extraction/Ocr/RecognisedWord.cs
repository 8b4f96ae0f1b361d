namespace KnowledgeBase.Extraction.Ocr;

/// <summary>A word as Tesseract reads it.</summary>
/// <param name="Text">Without blanks.</param>
/// <param name="Box">Where it stands.</param>
/// <param name="Confidence">0 to 1.</param>
internal sealed record RecognisedWord(string Text, PixelBox Box, double Confidence)
{
    /// <summary>True for a small mark above the baseline.</summary>
    public bool Raised { get; init; }

    /// <summary>Width of its strokes in pixels, or null when there is too little ink to tell.</summary>
    public double? Stroke { get; init; }

    /// <summary>Slant of its strokes, as the tangent of their angle to the upright; null when there is too little ink to tell.</summary>
    public double? Slant { get; init; }
}

/// <summary>A line of words as Tesseract reads it.</summary>
/// <param name="Page">Index from 0 of the picture among those read together.</param>
/// <param name="Words">From left to right; never empty.</param>
internal sealed record RecognisedLine(int Page, IReadOnlyList<RecognisedWord> Words)
{
    /// <summary>What its ink measures; null before measuring and for lines without letters.</summary>
    public LineShape? Shape { get; init; }

    /// <summary>The area of all words.</summary>
    public PixelBox Box => Words.Select(word => word.Box).Aggregate((a, b) => a.Union(b));

    /// <summary>Words joined by blanks.</summary>
    public string Text => string.Join(' ', Words.Select(word => word.Text));
}

/// <summary>Heights of a line's letters, in pixels.</summary>
/// <param name="Baseline">Row that the letters stand on, in the middle of the line.</param>
/// <param name="XHeight">Height of x, or null when there are too few low letters.</param>
/// <param name="Ascender">Height of capitals, figures and letters such as b and d, or null when there are too few.</param>
internal sealed record LineShape(double Baseline, double? XHeight, double? Ascender)
{
    /// <summary>Height of x, measured or from the usual proportion of 0.68.</summary>
    public double SomeXHeight => XHeight ?? (Ascender!.Value * 0.68);
}
