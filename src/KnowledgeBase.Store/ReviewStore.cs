using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using KnowledgeBase.Store.Reading;
using KnowledgeBase.Store.Saving;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store;

/// <summary>People's decisions. Nothing is ever overwritten: a later decision outranks an earlier one, and taking one back is recorded.</summary>
public sealed class ReviewStore
{
    private readonly StoreDatabase database;
    private readonly TimeProvider time;

    internal ReviewStore(StoreDatabase database, TimeProvider time)
    {
        this.database = database;
        this.time = time;
    }

    /// <summary>Records a decision, now.</summary>
    /// <param name="passage">The passage or footnote; an old id is followed to where its words went.</param>
    /// <param name="field">What is decided.</param>
    /// <param name="label">A word of <see cref="TagSet"/>, or of <see cref="PassageRole"/> for a role.</param>
    /// <param name="decision">What the person says.</param>
    /// <param name="person">Who; not empty.</param>
    /// <param name="why">Their reason, or null.</param>
    /// <exception cref="RejectedInputException">The passage is not there, the label is unknown, or no person is named.</exception>
    public Review Record(PassageId passage, ReviewField field, string label, Decision decision, string person, string? why)
    {
        if (!LabelsOf(field).Contains(label))
        {
            throw StoreFailure.Rejection(
                "unknown-label", $"'{label}' is no {EnumWords.Of(field)}. Known are: {string.Join(", ", LabelsOf(field))}.");
        }

        if (string.IsNullOrWhiteSpace(person))
        {
            throw StoreFailure.Rejection("no-person", "A decision needs the name of the person who takes it.");
        }

        return database.Write(connection =>
        {
            var current = PassageReader.Resolve(connection, passage);
            var (document, text) = connection.Rows(
                "SELECT document, text FROM passage WHERE id = $1", r => (r.GetInt64(0), r.GetString(1)), current.Value).FirstOrDefault();
            if (text is null)
            {
                throw StoreFailure.Rejection("passage-not-found", $"There is no passage '{passage}' in the store.");
            }

            var at = time.GetUtcNow();
            var id = (long)connection.Scalar(
                """
                INSERT INTO review (passage_id, document, field, label, decision, person, at, why, text)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id
                """,
                current.Value, document, EnumWords.Of(field), label, EnumWords.Of(decision), person, at.ToColumn(), why, text)!;
            Applied(connection, document, current);
            return ReviewReader.One(connection, id)!;
        });
    }

    /// <summary>Takes a decision back.</summary>
    /// <returns>False when there is no such decision, or it was taken back before.</returns>
    public bool Undo(long review, string person) => database.Write(connection =>
    {
        var changed = connection.Run(
            "UPDATE review SET undone_by = $2, undone_at = $3 WHERE id = $1 AND undone_at IS NULL", review, person, time.GetUtcNow().ToColumn());
        if (changed == 0)
        {
            return false;
        }

        var (document, passage) = connection.Rows(
            "SELECT document, passage_id FROM review WHERE id = $1", r => (r.GetInt64(0), new PassageId(r.GetString(1))), review)[0];
        Applied(connection, document, passage);
        return true;
    });

    /// <summary>All decisions, oldest first, the ones taken back included.</summary>
    public IReadOnlyList<Review> All() => database.Read(ReviewReader.All);

    /// <summary>
    /// Passages that nobody decided on, those first of which the machine is least sure: whose kinds' probabilities lie nearest to one half
    /// (uncertainty sampling; Lewis and Gale 1994).
    /// </summary>
    /// <param name="count">How many, from 1.</param>
    public IReadOnlyList<PassageId> Queue(int count) => database.Read(connection => connection.Rows(
        """
        SELECT p.id FROM score s JOIN passage p ON p.row = s.passage
        WHERE p.reviewed = 0 AND p.role IN ('paragraph', 'list_item', 'quote')
        GROUP BY p.row ORDER BY min(abs(s.value - 0.5)), p.row LIMIT $1
        """,
        r => new PassageId(r.GetString(0)), count));

    private static IReadOnlyList<string> LabelsOf(ReviewField field) => field switch
    {
        ReviewField.Kind => TagSet.Kinds,
        ReviewField.Theme => TagSet.Themes,
        ReviewField.Addressee => TagSet.Addressees,
        _ => EnumWords.All<PassageRole>(),
    };

    private static void Applied(SqliteConnection connection, long document, PassageId passage)
    {
        EffectiveRows.Refresh(connection, document, passage);
        connection.Run("UPDATE document SET generation = $2 WHERE row = $1", document, Generation.Next(connection));
    }
}
