using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using KnowledgeBase.Store.Index;
using KnowledgeBase.Store.Reading;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Saving;

/// <summary>Keeps the columns that hold the effective tags of a passage in step with its tags and reviews.</summary>
internal static class EffectiveRows
{
    /// <summary>Computes them anew for all passages of a document, or for one.</summary>
    public static void Refresh(SqliteConnection connection, long document, PassageId? only = null)
    {
        var tags = TagReader.Machine(connection, document);
        var reviews = ReviewReader.OfDocument(connection, document).ToLookup(r => r.Passage);
        using var update = new Statement(
            connection, "UPDATE passage SET kinds = $2, themes = $3, addressees = $4, reviewed = $5, role = coalesce($6, role_as_read) WHERE document = $7 AND id = $1");
        foreach (var (id, machine) in tags.Where(t => only is null || t.Key == only))
        {
            var effective = EffectiveTags.Of(machine, reviews[id]);
            var standing = reviews[id].Where(r => r.UndoneAt is null).ToArray();
            update.Run(
                id.Value, Labels(effective.Kinds), Labels(effective.Themes), Labels(effective.Addressees), standing.Length > 0 ? 1 : 0,
                standing.LastOrDefault(r => r.Field == ReviewField.Role)?.Label, document);
        }

        FactsRow.Write(connection, document);
    }

    private static string Labels(IEnumerable<Tag> tags) => string.Join(' ', tags.Select(t => t.Label));
}
