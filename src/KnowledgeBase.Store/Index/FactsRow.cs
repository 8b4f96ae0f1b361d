using System.Runtime.CompilerServices;
using System.Text;
using KnowledgeBase.Store.Database;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Index;

/// <summary>The facts of a document's passages in one row: written whenever tags or roles change, read when an index follows the store.</summary>
internal static class FactsRow
{
    /// <summary>Writes the row of a document anew; to be called inside the transaction that changed its passages.</summary>
    public static void Write(SqliteConnection connection, long document)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            var facts = FromPassages(connection, document);
            writer.Write7BitEncodedInt(facts.Count);
            // Few different words, each written once.
            var words = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var fact in facts)
            {
                writer.Write7BitEncodedInt64(fact.Row);
                Word(writer, words, fact.Role);
                writer.Write7BitEncodedInt((fact.Section ?? -1) + 1);
                Word(writer, words, fact.Kinds);
                Word(writer, words, fact.Themes);
                Word(writer, words, fact.Addressees);
                Word(writer, words, fact.Language ?? "");
                writer.Write(fact.Reviewed);
            }
        }

        connection.Run(
            "INSERT INTO document_facts (document, data) VALUES ($1, $2) ON CONFLICT (document) DO UPDATE SET data = excluded.data",
            document, bytes.ToArray());
    }

    /// <summary>The facts of a document's passages, in order of position; from the passages where no row holds them.</summary>
    public static List<PassageFacts> Read(Statement select, SqliteConnection connection, long document) =>
        select.Scalar(document) is byte[] data ? Read(data) : FromPassages(connection, document);

    /// <summary>Finds the row of a document, for <see cref="Read(Statement, SqliteConnection, long)"/>.</summary>
    public static Statement Select(SqliteConnection connection) => new(connection, "SELECT data FROM document_facts WHERE document = $1");

    /// <summary>Reads what <see cref="Write"/> wrote: the facts of a document's passages, in order of position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Run thousands of times at a start, before code is optimised by itself.
    private static List<PassageFacts> Read(byte[] data)
    {
        using var reader = new BinaryReader(new MemoryStream(data), Encoding.UTF8);
        var count = reader.Read7BitEncodedInt();
        var facts = new List<PassageFacts>(count);
        var words = new List<string>();
        for (var position = 0; position < count; position++)
        {
            var row = reader.Read7BitEncodedInt64();
            var role = Word(reader, words);
            var section = reader.Read7BitEncodedInt() - 1;
            facts.Add(new(
                row, position, role, section < 0 ? null : section, Word(reader, words), Word(reader, words), Word(reader, words),
                Word(reader, words) is { Length: > 0 } language ? language : null, reader.ReadBoolean()));
        }

        return facts;
    }

    /// <summary>The same, from the passages themselves.</summary>
    public static List<PassageFacts> FromPassages(SqliteConnection connection, long document) => connection.Rows(
        "SELECT row, position, role, section, kinds, themes, addressees, language, reviewed FROM passage WHERE document = $1 ORDER BY position",
        r => new PassageFacts(
            r.GetInt64(0), r.GetInt32(1), r.GetString(2), r.Number(3), r.GetString(4), r.GetString(5), r.GetString(6), r.Text(7), r.GetBoolean(8)),
        document);

    private static void Word(BinaryWriter writer, Dictionary<string, int> words, string word)
    {
        if (words.TryGetValue(word, out var number))
        {
            writer.Write7BitEncodedInt(number + 1);
            return;
        }

        words.Add(word, words.Count);
        writer.Write7BitEncodedInt(0);
        writer.Write(word);
    }

    private static string Word(BinaryReader reader, List<string> words)
    {
        var number = reader.Read7BitEncodedInt();
        if (number > 0)
        {
            return words[number - 1];
        }

        words.Add(string.Intern(reader.ReadString()));
        return words[^1];
    }
}
