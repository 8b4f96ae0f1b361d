namespace KnowledgeBase.Extraction.Pdf;

/// <summary>A font of pdftohtml's output.</summary>
/// <param name="Family">Full name with its subset prefix.</param>
/// <param name="Size">Whole number, in points times the zoom.</param>
/// <param name="Color">"#rrggbb".</param>
internal sealed record RawFont(string Family, int Size, string Color);

/// <summary>A piece of text of pdftohtml's output, one style; coordinates in points times the zoom.</summary>
internal sealed record RawRun(string Text, double Left, double Top, double Width, double Height, RawFont Font, bool Bold, bool Italic);

/// <summary>A page of pdftohtml's output.</summary>
internal sealed record RawPage(int Number, double Width, double Height, List<RawRun> Runs);

/// <summary>An item of the outline in pdftohtml's output.</summary>
internal sealed record RawOutlineItem(string Title, int Level, int? Page);
