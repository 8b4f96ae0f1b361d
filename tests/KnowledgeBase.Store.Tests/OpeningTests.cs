using KnowledgeBase.Documents;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Tests;

public sealed class OpeningTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Refuses_a_file_that_is_no_database()
    {
        Directory.CreateDirectory(folder.Data);
        File.WriteAllText(Database, new string('x', 5000));

        Assert.Equal("store-not-a-database", CodeOf(() => folder.Open()));
    }

    [Fact]
    public void Refuses_the_database_of_another_program_and_leaves_it_alone()
    {
        Directory.CreateDirectory(folder.Data);
        Run("CREATE TABLE theirs (x)");

        Assert.Equal("store-not-ours", CodeOf(() => folder.Open()));
    }

    [Fact]
    public void Refuses_a_store_of_a_newer_program()
    {
        folder.Open().Dispose();
        Run("PRAGMA user_version = 999");

        Assert.Equal("store-newer", CodeOf(() => folder.Open()));
    }

    [Fact]
    public void Says_that_a_folder_cannot_be_made_below_a_file()
    {
        File.WriteAllText(folder.Data, "in the way");

        Assert.Equal("store-not-writable", CodeOf(() => KnowledgeStore.Open(Path.Combine(folder.Data, "sub"), new WordAnalyser(), new())));
    }

    [Fact]
    public void Says_that_there_is_no_store_where_one_must_exist_and_makes_none()
    {
        Assert.Equal("store-missing", CodeOf(() => KnowledgeStore.Open(folder.Data, new WordAnalyser(), new() { MustExist = true })));
        Assert.False(Directory.Exists(folder.Data));
    }

    [Fact]
    public void Says_that_another_process_holds_the_file()
    {
        using var store = KnowledgeStore.Open(folder.Data, new WordAnalyser(), new() { BusyTimeout = TimeSpan.FromSeconds(1) });
        using var other = new SqliteConnection($"Data Source={Database};Pooling=False");
        other.Open();
        using var transaction = other.BeginTransaction(deferred: false);

        Assert.Equal("store-locked", CodeOf(() => store.Save(null, "One.")));
    }

    [Fact]
    public void Says_that_the_disk_is_full_and_saves_nothing()
    {
        var words = string.Join(' ', Enumerable.Range(0, 200_000).Select(i => $"word{i}"));
        using var store = KnowledgeStore.Open(folder.Data, new WordAnalyser(), new() { MaxSizeBytes = 1_000_000 });

        Assert.Equal("store-full", CodeOf(() => store.Save(null, words)));

        Assert.Empty(store.Documents.List());
        Assert.True(store.Verifier.Verify(null, TestContext.Cancellation).IsSound);
    }

    [Fact]
    public async Task Lets_many_read_while_one_writes()
    {
        using var store = folder.Open();
        var writing = Task.Run(() =>
        {
            for (var i = 0; i < 30; i++)
            {
                store.Save($"/{i}.txt", $"Passage number {i} of many.", "Another.");
            }
        });
        var counts = new List<int>();
        while (!writing.IsCompleted)
        {
            // A document is there with both passages or not at all.
            Assert.All(store.Documents.List(), d => Assert.Equal(2, d.PassageCount));
            counts.Add(store.Documents.List().Count);
        }

        await writing;
        Assert.Equal(counts.Order(), counts);
        Assert.Equal(30, store.Documents.List().Count);
    }

    private string Database => Path.Combine(folder.Data, "kb.db");

    private static string CodeOf(Action act) => Assert.Throws<RejectedInputException>(act).Problem.Code;

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
