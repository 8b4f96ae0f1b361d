using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using KnowledgeBase.Store.Reading;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Index;

/// <summary>What filters and facets need of one passage.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Position">Its position in the document.</param>
/// <param name="Role">Its role after people's decisions.</param>
/// <param name="Section">Index of its section, or null.</param>
/// <param name="Kinds">The kinds that hold, joined by blanks.</param>
/// <param name="Themes">The themes that hold, joined by blanks.</param>
/// <param name="Addressees">The addressees that hold, joined by blanks.</param>
/// <param name="Language">Its own language code, or null.</param>
/// <param name="Reviewed">True when a person decided on it.</param>
public readonly record struct PassageFacts(
    long Row, int Position, string Role, int? Section, string Kinds, string Themes, string Addressees, string? Language, bool Reviewed);

/// <summary>Says whether index data kept outside the store still fit it.</summary>
/// <param name="Identity">Another one for each store, and for a store after a restore.</param>
/// <param name="RebuiltAt">The generation at which all index data were last made anew; 0 when never.</param>
/// <param name="Analysis">The version of the analysis.</param>
public sealed record StoreStamp(string Identity, long RebuiltAt, string Analysis);

/// <summary>One consistent view of the store, for building and asking an index: what others commit meanwhile is not seen.</summary>
public sealed class StoreSnapshot
{
    private readonly SqliteConnection connection;
    private readonly DocumentList documents;

    internal StoreSnapshot(SqliteConnection connection, DocumentList documents) => (this.connection, this.documents) = (connection, documents);

    /// <summary>Grows with every change that an index must follow.</summary>
    public long Generation => Database.Generation.Current(connection);

    /// <summary>Which store this is, and which making of its index data.</summary>
    public StoreStamp Stamp => new(
        Database.Generation.Meta(connection, Database.Generation.IdentityKey) ?? "",
        long.Parse(Database.Generation.Meta(connection, Database.Generation.RebuiltKey) ?? "0", CultureInfo.InvariantCulture),
        Database.Generation.Meta(connection, "analysis") ?? "");

    /// <summary>Documents that changed after a generation, in order of row; after 0 all.</summary>
    public IReadOnlyList<DocumentInfo> ChangedSince(long generation) => generation == 0
        ? documents.Of(this, () => DocumentReader.ChangedSince(connection, 0))
        : DocumentReader.ChangedSince(connection, generation);

    /// <summary>Rows of documents removed after a generation.</summary>
    public IReadOnlyList<long> RemovedSince(long generation) =>
        connection.Rows("SELECT row FROM removed_document WHERE generation > $1", r => r.GetInt64(0), generation);

    /// <summary>The facts of documents, in the order asked for.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="read">
    /// Makes something of a document, its passages in order of position (their rows rise without gaps), and the names in them: empty for a document
    /// that an earlier version analysed, see <see cref="AnalysedDocument.Names"/>.
    /// </param>
    public IReadOnlyList<T> Facts<T>(IReadOnlyList<DocumentInfo> documents, Func<DocumentInfo, IReadOnlyList<PassageFacts>, byte[], T> read)
    {
        // Prepared once: a service starts with the facts of thousands of documents.
        using var facts = FactsRow.Select(connection);
        using var names = new Statement(connection, "SELECT data FROM document_names WHERE document = $1");
        var made = new List<T>(documents.Count);
        foreach (var document in documents)
        {
            made.Add(read(document, FactsRow.Read(facts, connection, document.Row), names.Scalar(document.Row) as byte[] ?? []));
        }

        return made;
    }

    /// <summary>How sure the machine is of each tag that it gave to a document's passages, 0 to 1; people's decisions left aside.</summary>
    public IReadOnlyList<(long Passage, string Field, string Label, float Confidence)> Confidences(long document) => connection.Rows(
        "SELECT t.passage, t.field, t.label, t.confidence FROM passage p JOIN tag t ON t.passage = p.row WHERE p.document = $1",
        r => (r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetFloat(3)),
        document);

    /// <summary>What the analysis made of documents for itself, in the order asked for; see <see cref="AnalysedDocument.Data"/>.</summary>
    /// <param name="documents">Rows of documents, each with the row of its first passage; one that has changed since is left out.</param>
    /// <param name="visit">Gets document, first passage and data, while they are being read.</param>
    public void AnalysisData(IEnumerable<(long Document, long FirstPassage)> documents, Action<long, long, byte[]> visit)
    {
        using var statement = new Statement(connection, "SELECT data FROM analysed_document WHERE document = $1 AND first_passage = $2");
        foreach (var (document, passage) in documents)
        {
            if (statement.Scalar(document, passage) is byte[] data)
            {
                visit(document, passage, data);
            }
        }
    }

    /// <summary>The document as it was saved.</summary>
    public StructuredDocument Document(long document) => DocumentReader.Body(connection, document);

    /// <summary>All rows that match a full-text expression, in order of row.</summary>
    /// <param name="expression">See https://www.sqlite.org/fts5.html#full_text_query_syntax.</param>
    /// <param name="headingWeight">How much a word in the heading counts against one in the text.</param>
    public IReadOnlyList<FullTextMatch> Match(string expression, double headingWeight) => connection.Rows(
        "SELECT rowid, -bm25(passage_words, $2, 1.0, $2, 1.0) FROM passage_words WHERE passage_words MATCH $1 ORDER BY rowid",
        r => new FullTextMatch(r.GetInt64(0), r.GetDouble(1)),
        expression, headingWeight);

    /// <summary>All unstemmed words of texts, with the number of passages that have them.</summary>
    public IReadOnlyList<(string Form, int Passages)> Vocabulary() => connection.Rows(
        "SELECT term, doc FROM passage_vocabulary WHERE col = 'text_forms'", r => (r.GetString(0), r.GetInt32(1)));
}
