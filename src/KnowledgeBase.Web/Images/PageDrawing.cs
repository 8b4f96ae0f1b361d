namespace KnowledgeBase.Web.Images;

/// <summary>Draws a page of a PDF file as a PNG file.</summary>
/// <param name="file">The PDF.</param>
/// <param name="page">From 1.</param>
/// <param name="dpi">Dots per inch.</param>
/// <param name="target">The PNG file to make; when the page cannot be drawn, there is none afterwards.</param>
/// <param name="cancellationToken">Stops the drawing.</param>
public delegate Task PageDrawing(string file, int page, int dpi, string target, CancellationToken cancellationToken);
