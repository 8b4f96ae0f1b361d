using System.Reflection;
using KnowledgeBase.Documents;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Tests;

/// <summary>A store written by an earlier version opens, keeps everything and is sound.</summary>
public sealed class MigrationTests : IDisposable
{
    private static readonly string[] NotCopied = ["meta", "sqlite_sequence"];

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Brings_a_store_of_the_first_schema_up_to_date_and_keeps_what_it_holds()
    {
        PassageId passage;
        using (var store = folder.Open())
        {
            var saved = store.Save("/a.txt", "Donors pay late.", "Rain fell.");
            store.Save("/b.txt", "Another paper.");
            passage = store.Documents.Get(saved.Plan.Document)!.Tagged.Document.Passages[0].Id;
            store.Reviews.Record(passage, ReviewField.Kind, "challenge", Decision.Add, "Ana", null);
        }

        Downgrade();

        using var opened = folder.Open();
        opened.Index.Rebuild(null, TestContext.Cancellation);
        Assert.Equal(["challenge"], opened.Documents.List().SelectMany(d => opened.Documents.Get(d.Id)!.Tags).SelectMany(t => t.Value.Kinds).Select(k => k.Label));
        Assert.Equal((2, 0), (opened.Documents.List().Max(d => d.PassageCount), opened.Documents.List().Max(d => d.FootnoteCount)));
        Assert.Single(opened.FullText.Read(s => s.Match("donors", 1)));
        Assert.Empty(opened.Verifier.Verify(null, TestContext.Cancellation).Problems);
    }

    // Writes the rows into a new file made by the first script alone.
    private void Downgrade()
    {
        var path = Path.Combine(folder.Data, "kb.db");
        var old = Path.Combine(folder.Path, "old.db");
        using (var connection = new SqliteConnection($"Data Source={old};Pooling=False"))
        {
            connection.Open();
            using var reader = new StreamReader(Assembly.GetAssembly(typeof(KnowledgeStore))!.GetManifestResourceStream("001-initial.sql")!);
            Run(connection, "PRAGMA foreign_keys = OFF");
            Run(connection, reader.ReadToEnd());
            Run(connection, "PRAGMA application_id = 1297305163");
            Run(connection, "PRAGMA user_version = 1");
            Run(connection, $"ATTACH '{path}' AS newer");
            foreach (var table in Strings(connection, "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'passage_words%' AND name NOT LIKE '%vocabulary'")
                .Except(NotCopied))
            {
                var columns = string.Join(", ", Strings(connection, $"SELECT name FROM pragma_table_info('{table}')"));
                Run(connection, $"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}");
            }
        }

        File.Move(old, path, overwrite: true);
        File.Delete(path + "-wal");
        File.Delete(path + "-shm");
    }

    private static List<string> Strings(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
