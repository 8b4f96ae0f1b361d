namespace KnowledgeBase.Extraction.Ocr;

/// <summary>A page as recognised, before type is compared over the document.</summary>
/// <param name="Number">Index from 1.</param>
/// <param name="PointsPerPixel">72 by the resolution.</param>
/// <param name="Degrees">By how much it was turned back; see <see cref="Straightening.Measure"/>.</param>
/// <param name="Lines">In Tesseract's order.</param>
internal sealed record RecognisedPage(int Number, double PointsPerPixel, double Degrees, IReadOnlyList<RecognisedLine> Lines)
{
    /// <summary>Mean confidence of its words by their length, 0 to 1; 0 for a page without words.</summary>
    public double Confidence => Lines.SelectMany(line => line.Words).Where(word => !word.Raised).ToList() is { Count: > 0 } words
        ? words.Sum(word => word.Confidence * word.Text.Length) / words.Sum(word => word.Text.Length)
        : 0;

    /// <summary>All its text.</summary>
    public string Text => string.Join('\n', Lines.Select(line => line.Text));
}
