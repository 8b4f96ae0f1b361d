using KnowledgeBase.Extraction;
using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Ingestion;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Store;
using KnowledgeBase.Structuring;
using KnowledgeBase.Tagging;
using KnowledgeBase.Tagging.Learning;
using KnowledgeBase.Tagging.Reviews;
using KnowledgeBase.Web;

namespace KnowledgeBase.Cli;

/// <summary>Which engines the program is made of: the one place where they are chosen.</summary>
internal static class Stages
{
    private const string ModelFolder = "models";

    /// <summary>Reads a file through all stages.</summary>
    /// <param name="dataFolder">Whose model tags; null for the delivered one.</param>
    public static DocumentReading Reading(string? dataFolder) => ReadingWith(Classifier(dataFolder));

    /// <summary>Reads a file through all stages.</summary>
    public static DocumentReading ReadingWith(IPassageClassifier classifier) => new(Extractor(), new Structurer(), classifier);

    /// <summary>Reads a file into pages of lines.</summary>
    public static Extractor Extractor() => new(PdfReader());

    /// <summary>Makes index rows of documents.</summary>
    public static IDocumentAnalyser Analyser() => new PassageAnalyser();

    /// <summary>Tags passages by the model in use in a data folder; null for the delivered one.</summary>
    public static IPassageClassifier Classifier(string? dataFolder) => ClassifierOf(dataFolder is null ? DeliveredModel() : Shelf(dataFolder).Current());

    /// <summary>The models learned on this machine.</summary>
    public static ModelShelf Shelf(string dataFolder) => new(Path.Combine(dataFolder, ModelFolder), DeliveredModel);

    /// <summary>Which engines run, for people to see: task and name with version.</summary>
    public static IReadOnlyList<SiteEngine> Running(IPassageIndex index, IPassageClassifier classifier) =>
        [new("PDF reading", PdfReaderName), new("Passage index", index.Engine), new("Tagging", classifier.Name)];

    /// <summary>The index for one question: what must be loaded first would take longer than it saves.</summary>
    public static IPassageIndex Index(KnowledgeStore store) =>
#if ENGINE_LUCENE
        new Engines.Lucene.LucenePassageIndex(store);
#else
        new Fts5PassageIndex(store);
#endif

    /// <summary>The index for a service that answers many questions.</summary>
    public static IPassageIndex ServiceIndex(KnowledgeStore store) =>
#if ENGINE_LUCENE
        Index(store);
#else
        new ServicePassageIndex(store);
#endif

    /// <summary>Learns models from labels.</summary>
    public static Trainer Trainer(TrainingSettings settings) =>
#if ENGINE_MLNET
        new(settings, new Engines.MLNet.MlNetLearner());
#else
        new(settings);
#endif

    private static ModelClassifier ClassifierOf(LinearModel model) => new(model);

    private static LinearModel DeliveredModel() =>
#if ENGINE_MLNET
        Engines.MLNet.MlNetModel.Load();
#else
        DefaultModel.Load();
#endif

#if ENGINE_PDFPIG
    private const string PdfReaderName = "pdfpig";

    private static Engines.PdfPig.PdfPigReader PdfReader() => new();
#else
    private const string PdfReaderName = "poppler";

    private static PopplerPdfReader PdfReader() => new();
#endif
}
