using KnowledgeBase.Documents;
using KnowledgeBase.Store.Access;
using KnowledgeBase.Store.Care;
using KnowledgeBase.Store.Database;
using KnowledgeBase.Store.Desk;
using KnowledgeBase.Store.Files;
using KnowledgeBase.Store.Index;
using KnowledgeBase.Store.Saving;
using KnowledgeBase.Store.Schema;

namespace KnowledgeBase.Store;

/// <summary>
/// The system of record under a data folder: one SQLite file "kb.db" and the kept copies of the original files. Any number of threads
/// and processes may read while one writes. What the disk, another process or a foreign file do is told by
/// <see cref="RejectedInputException"/> with the codes "store-…" of docs/problems.md.
/// </summary>
public sealed class KnowledgeStore : IDisposable
{
    private readonly DataFolder folder;
    private readonly StoreDatabase database;
    private readonly FileStream? held;

    private KnowledgeStore(DataFolder folder, StoreDatabase database, FileStream? held, IDocumentAnalyser analyser, StoreOptions options)
    {
        this.held = held;
        this.folder = folder;
        this.database = database;
        var files = new KeptFiles(folder);
        var writer = new PassageWriter(analyser);
        Index = new(database, writer, analyser.Version);
        Documents = new(database, files, writer, Index, options.Time);
        Passages = new(database);
        Reviews = new(database, options.Time);
        FrontEdits = new(database, options.Time);
        Related = new(database);
        Collections = new(database, options.Time);
        Jobs = new(database, options.Time);
        Keys = new(database, options.Time);
        Acts = new(database, options.Time);
        FullText = new(database);
        Vectors = new(database);
        Verifier = new(database, files, analyser);
        Backup = new(database, files, options.Time);
    }

    /// <summary>The data folder, as a full path.</summary>
    public string Root => folder.Root;

    /// <summary>The documents.</summary>
    public DocumentStore Documents { get; }

    /// <summary>The passages and footnotes of all documents.</summary>
    public PassageStore Passages { get; }

    /// <summary>People's decisions on tags.</summary>
    public ReviewStore Reviews { get; }

    /// <summary>What people say of documents in place of what was read.</summary>
    public FrontEditStore FrontEdits { get; }

    /// <summary>Which documents are the same text, a revision or a summary of each other.</summary>
    public RelatedStore Related { get; }

    /// <summary>Baskets of passages.</summary>
    public CollectionStore Collections { get; }

    /// <summary>Longer work of the service.</summary>
    public JobStore Jobs { get; }

    /// <summary>Keys to the service.</summary>
    public AccessKeys Keys { get; }

    /// <summary>The log of people's acts.</summary>
    public ActLog Acts { get; }

    /// <summary>The full-text table; for the passage index, which gives its answers a meaning.</summary>
    public FullText FullText { get; }

    /// <summary>What passages mean, as vectors.</summary>
    public VectorStore Vectors { get; }

    /// <summary>The index as a whole.</summary>
    public StoreIndex Index { get; }

    /// <summary>Checks the store.</summary>
    public StoreVerifier Verifier { get; }

    /// <summary>Writes backups.</summary>
    public StoreBackup Backup { get; }

    /// <summary>
    /// Opens the store of a data folder, makes it where there is none, and brings an older one to this program's schema. One that may be read
    /// and not written is opened for reading; what would change it is then rejected with "store-not-writable".
    /// </summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="analyser">Makes index rows of the documents that are saved.</param>
    /// <param name="options">How to open it.</param>
    /// <exception cref="RejectedInputException">There is none where one must exist, or it cannot be opened.</exception>
    public static KnowledgeStore Open(string folder, IDocumentAnalyser analyser, StoreOptions options)
    {
        var data = new DataFolder(folder);
        if (options.MustExist && !File.Exists(data.Root) && !File.Exists(data.Database) && !Directory.Exists(data.RestoreNew))
        {
            throw StoreFailure.Rejection(
                "store-missing", $"There is no knowledge base in '{data.Root}' yet. 'kb ingest FILES' makes one; --data names another folder.");
        }

        data.Create();
        if (StoreRestore.IsPending(data))
        {
            using var alone = data.Exclude();
            StoreRestore.Finish(data);
        }

        var held = data.Share();
        try
        {
            var database = held is null ? Reading(data, options) : Writing(data, options);
            return new(data, database, held, analyser, options);
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    // A folder that may only be read is tried as if it could be written: only the attempt tells it reliably.
    private static StoreDatabase Writing(DataFolder data, StoreOptions options)
    {
        var database = new StoreDatabase(data.Database, options, readOnly: false);
        try
        {
            Migrations.Apply(database);
            return database;
        }
        catch (RejectedInputException refusal) when (refusal.Problem.Code == "store-not-writable" && new FileInfo(data.Database) is { Exists: true, Length: > 0 })
        {
            database.Close();
            return Reading(data, options);
        }
    }

    private static StoreDatabase Reading(DataFolder data, StoreOptions options)
    {
        var database = new StoreDatabase(data.Database, options, readOnly: true);
        Migrations.CheckCurrent(database);
        return database;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        database.Close();
        held?.Dispose();
    }
}
