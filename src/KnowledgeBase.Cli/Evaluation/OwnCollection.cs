using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Ingestion;
using KnowledgeBase.Search.Judging;
using KnowledgeBase.Store;

namespace KnowledgeBase.Cli.Evaluation;

/// <summary>
/// The project's own judged queries over the sample papers and twenty reports, which are taken in by the real stages; a store of its own, gone
/// when disposed of.
/// </summary>
internal sealed class OwnCollection : IDisposable
{
    private readonly string folder;

    private OwnCollection(string folder, KnowledgeStore store, OwnQueries own, JudgedSet set) => (this.folder, Store, Own, Set) = (folder, store, own, set);

    public KnowledgeStore Store { get; }

    public OwnQueries Own { get; }

    /// <summary>Its texts are the store's passages.</summary>
    public JudgedSet Set { get; }

    /// <summary>Takes the documents in.</summary>
    /// <param name="shell">Told which reports are lacking: their passages count as not found.</param>
    /// <param name="reports">Folder of the reports; what is not there is left out.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    /// <exception cref="RejectedInputException">There is no corpus/queries above the program, or it cannot be read.</exception>
    public static async Task<OwnCollection> FillAsync(Shell shell, string? reports, CancellationToken cancellationToken)
    {
        var corpus = Corpus();
        var own = OwnQueries.Read(Path.Combine(corpus, "queries"));
        var at = reports ?? Path.Combine(corpus, "..", "..", "shared", "reports");
        var paths = own.Reports.Select(report => Path.Combine(at, report.File)).Where(File.Exists).Prepend(Path.Combine(corpus, "papers")).ToArray();
        if (paths.Length <= own.Reports.Count)
        {
            shell.Say($"kb: {own.Reports.Count - paths.Length + 1} of {own.Reports.Count} reports are not in {Path.GetFullPath(at)}; what they answer is left out.");
        }

        var folder = Directory.CreateTempSubdirectory("kb-own-").FullName;
        var store = KnowledgeStore.Open(Path.Combine(folder, "data"), Stages.Analyser(), new());
        try
        {
            var found = new FileFinder().Find(paths, cancellationToken);
            var ingester = new Ingester(Stages.Reading(null), store, TimeProvider.System);
            await ingester.IngestAsync(found.Files, new(), new Failures(shell), cancellationToken).ConfigureAwait(false);
            return new(folder, store, own, own.Resolve([.. store.Documents.List().SelectMany(document => Passages(store, document))]));
        }
        catch
        {
            store.Dispose();
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<(string Id, string Text, string FileSha256)> Passages(KnowledgeStore store, DocumentInfo document) =>
        store.Passages.Between(document.Id, 0, int.MaxValue).Select(entry => (entry.Passage.Id.Value, entry.Passage.Text, document.Source.Sha256));

    private static string Corpus()
    {
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
        {
            var corpus = Path.Combine(above.FullName, "corpus");
            if (Directory.Exists(Path.Combine(corpus, "queries")))
            {
                return corpus;
            }
        }

        throw new RejectedInputException(new(
            "samples-missing", $"There is no folder corpus/queries above '{AppContext.BaseDirectory}'. Run the program from a clone of the repository."));
    }

    private sealed class Failures(Shell shell) : IIngestObserver
    {
        public void Advanced(IngestProgress progress)
        {
        }

        public void Ended(FileOutcome outcome)
        {
            if (outcome.Kind == OutcomeKind.Failed)
            {
                shell.Say($"kb: {outcome.File} could not be taken in: {outcome.Error?.Message}");
            }
        }
    }
}
