using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Saving;

/// <summary>Writes the machine's tags and scores of passages.</summary>
internal sealed class TagWriter : IDisposable
{
    private readonly Statement tag;
    private readonly Statement score;

    public TagWriter(SqliteConnection connection)
    {
        tag = new(connection, "INSERT INTO tag (passage, field, position, label, origin, confidence, evidence) VALUES ($1, $2, $3, $4, $5, $6, $7)");
        score = new(connection, "INSERT INTO score (passage, label, value) VALUES ($1, $2, $3)");
    }

    /// <summary>Writes the tags of one passage that has none.</summary>
    public void Write(long passage, PassageTags tags)
    {
        Write(passage, ReviewField.Kind, tags.Kinds);
        Write(passage, ReviewField.Theme, tags.Themes);
        Write(passage, ReviewField.Addressee, tags.Addressees);
        foreach (var (label, value) in tags.Scores)
        {
            score.Run(passage, label, value);
        }
    }

    /// <summary>Removes the machine's tags of a document's passages.</summary>
    public static void Remove(SqliteConnection connection, long document)
    {
        connection.Run("DELETE FROM tag WHERE passage IN (SELECT row FROM passage WHERE document = $1)", document);
        connection.Run("DELETE FROM score WHERE passage IN (SELECT row FROM passage WHERE document = $1)", document);
    }

    public void Dispose()
    {
        tag.Dispose();
        score.Dispose();
    }

    private void Write(long passage, ReviewField field, IReadOnlyList<Tag> tags)
    {
        for (var i = 0; i < tags.Count; i++)
        {
            tag.Run(
                passage, EnumWords.Of(field), i, tags[i].Label, EnumWords.Of(tags[i].Origin), tags[i].Confidence,
                StoreJson.Write(tags[i].Evidence));
        }
    }
}
