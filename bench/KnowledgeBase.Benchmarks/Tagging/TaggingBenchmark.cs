using System.Diagnostics;
using KnowledgeBase.Documents;
using KnowledgeBase.Tagging;
using KnowledgeBase.Tagging.Labels;

namespace KnowledgeBase.Benchmarks.Tagging;

/// <summary>How many passages a second the delivered model tags on one thread, and what memory that takes.</summary>
internal static class TaggingBenchmark
{
    private const int Rounds = 5;

    /// <param name="arguments">The folder of labels whose documents are tagged.</param>
    public static int Run(string[] arguments)
    {
        if (arguments is not [var folder])
        {
            Console.Error.WriteLine("usage: tagging LABEL-FOLDER");
            return 2;
        }

        var documents = LabelFile.ReadFolder(folder).Select(labelled => labelled.Document).ToList();
        var passages = documents.Sum(document => document.Passages.Count + document.Footnotes.Count);
        var words = documents.Sum(document => document.Passages.Sum(passage => passage.Text.Count(c => c == ' ') + 1));
        var classifier = DefaultModel.Classifier();
        Tag(classifier, documents);
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            Tag(classifier, documents);
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        using var self = Process.GetCurrentProcess();
        Console.WriteLine(FormattableString.Invariant($"model        {classifier.Name}"));
        Console.WriteLine(FormattableString.Invariant($"passages     {passages} ({(double)words / passages:0} words each)"));
        Console.WriteLine(FormattableString.Invariant($"per second   {passages / best.TotalSeconds:0} (one thread, best of {Rounds} rounds)"));
        Console.WriteLine(FormattableString.Invariant($"peak memory  {self.PeakWorkingSet64 / 1e6:0} MB, the documents included"));
        return 0;
    }

    private static void Tag(IPassageClassifier classifier, List<StructuredDocument> documents)
    {
        foreach (var document in documents)
        {
            classifier.Predict(document);
        }
    }
}
