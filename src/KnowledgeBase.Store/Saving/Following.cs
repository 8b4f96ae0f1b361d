using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Saving;

/// <summary>Lets reviews, baskets and old links follow passages to their new ids.</summary>
internal static class Following
{
    /// <summary>Applies the moves; to be called when the new passages are in place.</summary>
    public static void Apply(SqliteConnection connection, long document, IReadOnlyList<MovedPassage> moves, DateTimeOffset now)
    {
        // An id that is back in use answers for itself.
        connection.Run("DELETE FROM moved_passage WHERE document = $1 AND old_id IN (SELECT id FROM passage WHERE document = $1)", document);
        foreach (var move in moves)
        {
            connection.Run(
                "UPDATE review SET moved_from = coalesce(moved_from, passage_id), passage_id = $2 WHERE passage_id = $1", move.Old.Value, move.New.Value);
            connection.Run(
                "UPDATE collection_item SET moved_from = coalesce(moved_from, passage_id), passage_id = $2 WHERE passage_id = $1",
                move.Old.Value, move.New.Value);
            connection.Run("UPDATE moved_passage SET new_id = $2 WHERE new_id = $1", move.Old.Value, move.New.Value);
            connection.Run(
                "INSERT OR REPLACE INTO moved_passage (old_id, new_id, document, similarity, at) VALUES ($1, $2, $3, $4, $5)",
                move.Old.Value, move.New.Value, document, move.Similarity, now.ToColumn());
        }
    }

    /// <summary>Passages among <paramref name="before"/> that are gone although reviews or baskets hang on them.</summary>
    public static IReadOnlyList<PassageId> Lost(SqliteConnection connection, IReadOnlyList<(PassageId Id, string Text)> before)
    {
        using var hangs = new Statement(connection, """
            SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM passage WHERE id = $1)
              AND (EXISTS (SELECT 1 FROM review WHERE passage_id = $1) OR EXISTS (SELECT 1 FROM collection_item WHERE passage_id = $1))
            """);
        return [.. before.Where(p => hangs.Scalar(p.Id.Value) is not null).Select(p => p.Id)];
    }
}
