using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;

namespace KnowledgeBase.Store;

/// <summary>A passage that shall get a vector.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Text">Its text.</param>
public readonly record struct PassageText(long Row, string Text);

/// <summary>Gets a passage's vector as stored.</summary>
/// <param name="sequence">Rises with every vector saved.</param>
/// <param name="passage">The passage's row.</param>
/// <param name="code">The vector, in the form of whoever made it; there only during the call.</param>
public delegate void VectorVisitor(long sequence, long passage, ReadOnlySpan<byte> code);

/// <summary>
/// Vectors of passages, one each, by the model that made them. A passage that is removed or replaced takes its vector with it;
/// what is saved for another model counts as lacking. Safe to use from several threads.
/// </summary>
public sealed class VectorStore
{
    private readonly StoreDatabase database;
    private readonly Lock access = new();
    private readonly Dictionary<(string Model, Visibility Audience), (long Generation, long UpTo, long Found)> newest = [];

    internal VectorStore(StoreDatabase database) => this.database = database;

    /// <summary>True when a passage has a vector of the model: told from one row, not by counting.</summary>
    public bool Any(string model) =>
        database.Read(connection => connection.Scalar("SELECT 1 FROM passage_vector WHERE model = $1 LIMIT 1", model) is not null);

    /// <summary>How many passages have a vector of the model.</summary>
    public int Count(string model) => (int)database.Read(connection => connection.Count(
        "SELECT count(*) FROM passage_vector WHERE model = $1", model));

    /// <summary>How many passages have none.</summary>
    public int CountLacking(string model) => (int)database.Read(connection => connection.Count(
        "SELECT (SELECT count(*) FROM passage) - (SELECT count(*) FROM passage_vector WHERE model = $1)", model));

    /// <summary>Passages without a vector of the model, in order of row.</summary>
    /// <param name="model">The model.</param>
    /// <param name="afterRow">Only rows above this.</param>
    /// <param name="limit">The most wanted.</param>
    public IReadOnlyList<PassageText> Lacking(string model, long afterRow, int limit) => database.Read(connection => connection.Rows(
        """
        SELECT p.row, p.text FROM passage p LEFT JOIN passage_vector v ON v.passage = p.row AND v.model = $1
        WHERE v.passage IS NULL AND p.row > $2 ORDER BY p.row LIMIT $3
        """,
        r => new PassageText(r.GetInt64(0), r.GetString(1)),
        model, afterRow, limit));

    /// <summary>Saves vectors, all or none; those of passages that are gone meanwhile are left out.</summary>
    /// <returns>How many were saved.</returns>
    public int Save(string model, IReadOnlyList<(long Row, byte[] Code)> vectors) => database.Write(connection =>
    {
        using var save = new Statement(
            connection,
            "INSERT OR REPLACE INTO passage_vector (passage, model, code) SELECT row, $2, $3 FROM passage WHERE row = $1");
        var saved = 0;
        foreach (var (row, code) in vectors)
        {
            saved += save.Run(row, model, code);
        }

        return saved;
    });

    /// <summary>Sequence of the newest vector of any model, or 0: it rises whenever answers by meaning may change though no document did.</summary>
    public long Newest() => database.Read(connection => connection.Count("SELECT max(sequence) FROM passage_vector"));

    /// <summary>
    /// Sequence of the newest vector of the model among passages that an audience may see, or 0. The newest of all would tell when something hidden
    /// was taken in.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="audience">Documents of this visibility and wider ones are seen.</param>
    /// <param name="upTo">Only vectors up to this sequence.</param>
    public long NewestSeen(string model, Visibility audience, long upTo) => database.Read(connection =>
    {
        // Every question asks, and what lies behind the newest hidden document may be long to walk.
        var generation = Generation.Current(connection);
        lock (access)
        {
            if (newest.TryGetValue((model, audience), out var known) && known.Generation == generation && known.UpTo == upTo)
            {
                return known.Found;
            }
        }

        string[] seen = [.. Enum.GetValues<Visibility>().Where(each => each <= audience).Select(each => EnumWords.Of(each))];
        var places = string.Join(", ", seen.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"${i + 3}")));
        var found = connection.Count(
            $"""
            SELECT v.sequence FROM passage_vector v JOIN passage p ON p.row = v.passage JOIN document d ON d.row = p.document
            WHERE v.sequence <= $2 AND v.model = $1 AND d.visibility IN ({places}) ORDER BY v.sequence DESC LIMIT 1
            """,
            [model, upTo, .. seen]);
        lock (access)
        {
            newest[(model, audience)] = (generation, upTo, found);
        }

        return found;
    });

    /// <summary>Calls <paramref name="visit"/> for each vector of the model saved after a sequence, in order of sequence, on one snapshot.</summary>
    public void ForEachSince(string model, long sequence, VectorVisitor visit) => database.Read(connection =>
    {
        using var read = new Statement(
            connection, "SELECT sequence, passage, code FROM passage_vector WHERE sequence > $2 AND model = $1 ORDER BY sequence");
        read.ForEach(r => visit(r.GetInt64(0), r.GetInt64(1), r.Blob(2)), model, sequence);
        return 0;
    });
}
