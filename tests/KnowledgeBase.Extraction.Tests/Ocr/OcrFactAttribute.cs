using KnowledgeBase.Extraction.Processes;

namespace KnowledgeBase.Extraction.Tests.Ocr;

/// <summary>A test that needs Tesseract and Poppler; where they are not installed it is skipped and says so.</summary>
public sealed class OcrFactAttribute : FactAttribute
{
    public OcrFactAttribute()
    {
        var missing = new[] { "tesseract", "pdftoppm", "pdftohtml", "pdfinfo", "pdfimages" }.Where(tool => ChildProcess.FindOnPath(tool) is null).ToList();
        if (missing.Count > 0)
        {
            Skip = $"needs {string.Join(", ", missing)}, not installed here";
        }
    }
}
