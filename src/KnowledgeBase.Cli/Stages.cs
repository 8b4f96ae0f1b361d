using KnowledgeBase.Extraction;
using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Ingestion;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Store;
using KnowledgeBase.Structuring;
using KnowledgeBase.Tagging;
using KnowledgeBase.Tagging.Reviews;

namespace KnowledgeBase.Cli;

/// <summary>Which engines the program is made of: the one place where they are chosen.</summary>
internal static class Stages
{
    private const string ModelFolder = "models";

    /// <summary>Reads a file through all stages.</summary>
    /// <param name="dataFolder">Whose model tags; null for the delivered one.</param>
    public static DocumentReading Reading(string? dataFolder) => new(new Extractor(new PopplerPdfReader()), new Structurer(), Classifier(dataFolder));

    /// <summary>Makes index rows of documents.</summary>
    public static IDocumentAnalyser Analyser() => new PassageAnalyser();

    /// <summary>Tags passages by the model in use in a data folder; null for the delivered one.</summary>
    public static IPassageClassifier Classifier(string? dataFolder) =>
        new ModelClassifier(dataFolder is null ? DefaultModel.Load() : Shelf(dataFolder).Current());

    /// <summary>The models learned on this machine.</summary>
    public static ModelShelf Shelf(string dataFolder) => new(Path.Combine(dataFolder, ModelFolder));
}
