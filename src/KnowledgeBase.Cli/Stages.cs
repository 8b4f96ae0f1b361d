using KnowledgeBase.Extraction;
using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Ingestion;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Store;
using KnowledgeBase.Structuring;
using KnowledgeBase.Tagging;

namespace KnowledgeBase.Cli;

/// <summary>Which engines the program is made of: the one place where they are chosen.</summary>
internal static class Stages
{
    /// <summary>Reads a file through all stages.</summary>
    public static DocumentReading Reading() => new(new Extractor(new PopplerPdfReader()), new Structurer(), Classifier());

    /// <summary>Makes index rows of documents.</summary>
    public static IDocumentAnalyser Analyser() => new PassageAnalyser();

    /// <summary>Tags passages.</summary>
    public static IPassageClassifier Classifier() => new ModelClassifier(DefaultModel.Load());
}
