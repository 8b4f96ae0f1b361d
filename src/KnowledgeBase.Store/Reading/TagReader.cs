using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Reading;

/// <summary>Reads the machine's tags of a document as they were given.</summary>
internal static class TagReader
{
    private sealed class Lists
    {
        public Dictionary<ReviewField, List<Tag>> Tags { get; } = [];

        public Dictionary<string, double> Scores { get; } = new(StringComparer.Ordinal);

        public List<Tag> Of(ReviewField field) => Tags.GetValueOrDefault(field, []);
    }

    /// <summary>One entry for every passage and footnote, in stored order.</summary>
    public static Dictionary<PassageId, PassageTags> Machine(SqliteConnection connection, long document)
    {
        var order = connection.Rows(
            "SELECT row, id FROM passage WHERE document = $1 ORDER BY position", r => (Row: r.GetInt64(0), Id: new PassageId(r.GetString(1))), document);
        var lists = order.ToDictionary(p => p.Row, _ => new Lists());
        using var tags = new Statement(connection, """
            SELECT t.passage, t.field, t.label, t.confidence, t.origin, t.evidence FROM tag t JOIN passage p ON p.row = t.passage
            WHERE p.document = $1 ORDER BY t.passage, t.field, t.position
            """);
        tags.ForEach(r => Add(lists[r.GetInt64(0)], r), document);
        using var scores = new Statement(
            connection, "SELECT s.passage, s.label, s.value FROM score s JOIN passage p ON p.row = s.passage WHERE p.document = $1");
        scores.ForEach(r => lists[r.GetInt64(0)].Scores.Add(r.GetString(1), r.GetDouble(2)), document);
        return order.ToDictionary(p => p.Id, p => ToTags(lists[p.Row]));
    }

    /// <summary>The tags that hold of single passages.</summary>
    public static Dictionary<PassageId, PassageTags> Effective(SqliteConnection connection, IReadOnlyList<PassageEntry> passages)
    {
        using var tags = new Statement(
            connection, "SELECT passage, field, label, confidence, origin, evidence FROM tag WHERE passage = $1 ORDER BY field, position");
        using var scores = new Statement(connection, "SELECT passage, label, value FROM score WHERE passage = $1");
        var found = new Dictionary<PassageId, PassageTags>();
        foreach (var passage in passages)
        {
            var lists = new Lists();
            tags.ForEach(r => Add(lists, r), passage.Row);
            scores.ForEach(r => lists.Scores.Add(r.GetString(1), r.GetDouble(2)), passage.Row);
            found[passage.Passage.Id] = EffectiveTags.Of(ToTags(lists), ReviewReader.OfPassage(connection, passage.Passage.Id));
        }

        return found;
    }

    private static void Add(Lists lists, SqliteDataReader row)
    {
        var field = EnumWords.Find<ReviewField>(row.GetString(1))!.Value;
        if (!lists.Tags.TryGetValue(field, out var list))
        {
            lists.Tags.Add(field, list = []);
        }

        list.Add(new(row.GetString(2), row.GetDouble(3), EnumWords.Find<TagOrigin>(row.GetString(4))!.Value, StoreJson.ReadEvidence(row.GetString(5))));
    }

    private static PassageTags ToTags(Lists lists) =>
        new(lists.Of(ReviewField.Kind), lists.Of(ReviewField.Theme), lists.Of(ReviewField.Addressee), lists.Scores);
}
