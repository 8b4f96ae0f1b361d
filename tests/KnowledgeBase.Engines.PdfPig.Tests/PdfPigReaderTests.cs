using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Extraction.Tests.Conformance;

namespace KnowledgeBase.Engines.PdfPig.Tests;

public sealed class PdfPigReaderTests : PdfReaderConformance
{
    protected override IPdfReader Reader { get; } = new PdfPigReader();
}
