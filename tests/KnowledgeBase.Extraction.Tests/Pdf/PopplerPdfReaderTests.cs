using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Extraction.Tests.Conformance;

namespace KnowledgeBase.Extraction.Tests.Pdf;

public sealed class PopplerPdfReaderTests : PdfReaderConformance
{
    protected override IPdfReader Reader { get; } = new PopplerPdfReader();
}
