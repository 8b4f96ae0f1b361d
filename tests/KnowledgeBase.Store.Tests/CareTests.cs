using System.IO.Compression;
using KnowledgeBase.Documents;
using KnowledgeBase.Store.Care;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Tests;

public sealed class CareTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Finds_a_kept_file_that_changed_or_is_missing()
    {
        using var store = folder.Open();
        var one = store.Documents.OriginalPath(store.Save("/a.txt", "One.").Plan.Document)!;
        var two = store.Documents.OriginalPath(store.Save("/b.txt", "Two.").Plan.Document)!;
        File.AppendAllText(one, "x");
        File.Delete(two);

        Assert.Equal(["kept-file-damaged", "kept-file-missing"], Codes(store));
    }

    [Theory]
    [InlineData("UPDATE passage SET text = 'Forged.'", "document-damaged")]
    [InlineData("UPDATE passage SET id = '0000000000000000'", "document-damaged")]
    [InlineData("UPDATE passage SET kinds = 'lesson'", "tags-out-of-step")]
    [InlineData("INSERT INTO passage_words (passage_words) VALUES ('delete-all')", "index-damaged")]
    [InlineData("UPDATE analysed_document SET data = x'00'", "index-damaged")]
    [InlineData("UPDATE document SET body = x'1234'", "document-damaged")]
    [InlineData("UPDATE meta SET value = 'old/0' WHERE name = 'analysis'", "index-outdated")]
    public void Finds_rows_that_do_not_fit_each_other(string sabotage, string code)
    {
        using (var store = folder.Open())
        {
            store.Save("/a.txt", "One.");
            Assert.Empty(Codes(store));
        }

        Run(sabotage);

        using var opened = folder.Open();
        Assert.Contains(code, Codes(opened));
    }

    [Fact]
    public void Sweeps_away_what_a_killed_process_left()
    {
        using var store = folder.Open();
        store.Save("/a.txt", "One.");
        var left = Path.Combine(folder.Data, "files", "ab", new string('a', 64));
        Directory.CreateDirectory(Path.GetDirectoryName(left)!);
        File.WriteAllText(left, "never committed");

        var report = store.Verifier.Verify(null, TestContext.Cancellation);

        Assert.True(report.IsSound);
        Assert.Equal(1, report.SweptFiles);
        Assert.False(File.Exists(left));
    }

    [Fact]
    public void Refuses_to_mix_words_of_two_versions_of_the_analysis()
    {
        using (var store = folder.Open())
        {
            store.Save("/a.txt", "One passage.");
        }

        using var newer = folder.Open(new WordAnalyser("words/2"));

        Assert.Equal("index-outdated", Assert.Throws<RejectedInputException>(() => newer.Save("/b.txt", "Two.")).Problem.Code);
    }

    [Fact]
    public void Makes_the_index_anew_for_another_version_of_the_analysis()
    {
        using (var store = folder.Open())
        {
            store.Save("/a.txt", "One passage.");
        }

        using var newer = folder.Open(new WordAnalyser("words/2"));
        Assert.False(newer.Index.IsCurrent);

        Assert.Equal(1, newer.Index.Rebuild(null, TestContext.Cancellation));

        Assert.True(newer.Index.IsCurrent);
        Assert.Single(newer.FullText.Read(s => s.Match("passage", 1)));
        Assert.Empty(Codes(newer));
    }

    [Fact]
    public void Brings_a_backup_back_over_other_data()
    {
        var backup = Path.Combine(folder.Path, "backup.zip");
        DocumentId kept;
        using (var store = folder.Open())
        {
            kept = store.Save("/a.txt", "One.").Plan.Document;
            var manifest = store.Backup.Write(backup, TestContext.Cancellation);
            Assert.Equal((1, 1, 2), (manifest.Documents, manifest.Passages, manifest.Entries.Count));
            store.Documents.Remove(kept);
            store.Save("/b.txt", "Two.");
        }

        StoreRestore.Restore(backup, folder.Data, new WordAnalyser(), new(), TestContext.Cancellation);

        using var restored = folder.Open();
        Assert.Equal(kept, Assert.Single(restored.Documents.List()).Id);
        Assert.Empty(Codes(restored));
        Assert.Equal(["files", "kb.db", "kb.lock"], Names().Where(n => !n.StartsWith("kb.db-", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("forged")]
    [InlineData("extra")]
    [InlineData("text")]
    public void Refuses_an_unsound_backup_and_keeps_the_data(string damage)
    {
        var backup = Path.Combine(folder.Path, "backup.zip");
        using (var store = folder.Open())
        {
            store.Save("/a.txt", "One.");
            store.Backup.Write(backup, TestContext.Cancellation);
            store.Save("/b.txt", "Two.");
        }

        Damage(backup, damage);

        var error = Assert.Throws<RejectedInputException>(
            () => StoreRestore.Restore(backup, folder.Data, new WordAnalyser(), new(), TestContext.Cancellation));
        Assert.Equal("backup-damaged", error.Problem.Code);
        using var after = folder.Open();
        Assert.Equal(2, after.Documents.List().Count);
        Assert.Empty(Codes(after));
    }

    [Fact]
    public void Refuses_to_restore_over_a_store_in_use()
    {
        var backup = Path.Combine(folder.Path, "backup.zip");
        using var store = folder.Open();
        store.Save("/a.txt", "One.");
        store.Backup.Write(backup, TestContext.Cancellation);

        var error = Assert.Throws<RejectedInputException>(
            () => StoreRestore.Restore(backup, folder.Data, new WordAnalyser(), new(), TestContext.Cancellation));

        Assert.Equal("store-locked", error.Problem.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Finishes_at_the_next_start_a_restore_that_was_cut_off(int moves)
    {
        var backup = Path.Combine(folder.Path, "backup.zip");
        DocumentId kept;
        using (var store = folder.Open())
        {
            kept = store.Save("/a.txt", "One.").Plan.Document;
            store.Backup.Write(backup, TestContext.Cancellation);
            store.Documents.Remove(kept);
            store.Save("/b.txt", "Two.");
        }

        CutOffRestore(backup, moves);

        using var restored = folder.Open();
        Assert.Equal(kept, Assert.Single(restored.Documents.List()).Id);
        Assert.Empty(Codes(restored));
        Assert.DoesNotContain(Names(), n => n.StartsWith("restore", StringComparison.Ordinal));
    }

    // The state of the folder after the given number of renames of StoreRestore.
    private void CutOffRestore(string backup, int moves)
    {
        var next = Path.Combine(folder.Data, "restore-new");
        var old = Path.Combine(folder.Data, "restore-old");
        StoreRestore.Restore(backup, next, new WordAnalyser(), new(), TestContext.Cancellation);
        File.WriteAllText(Path.Combine(next, "ready"), "");
        Directory.CreateDirectory(old);
        Action[] steps =
        [
            () => Directory.Move(Path.Combine(folder.Data, "files"), Path.Combine(old, "files")),
            () => Directory.Move(Path.Combine(next, "files"), Path.Combine(folder.Data, "files")),
            () => File.Move(Path.Combine(folder.Data, "kb.db"), Path.Combine(old, "kb.db")),
        ];
        foreach (var step in steps.Take(moves))
        {
            step();
        }
    }

    private static void Damage(string backup, string damage)
    {
        switch (damage)
        {
            case "cut":
                using (var file = File.OpenWrite(backup))
                {
                    file.SetLength(file.Length / 2);
                }

                break;
            case "forged":
                using (var zip = ZipFile.Open(backup, ZipArchiveMode.Update))
                {
                    var entry = zip.Entries.First(e => e.FullName.StartsWith("files/", StringComparison.Ordinal));
                    using var stream = entry.Open();
                    stream.WriteByte((byte)'!');
                }

                break;
            case "extra":
                using (var zip = ZipFile.Open(backup, ZipArchiveMode.Update))
                {
                    using var stream = zip.CreateEntry("../outside.txt").Open();
                }

                break;
            default:
                File.WriteAllText(backup, "This is no zip file.");
                break;
        }
    }

    private string[] Names() => [.. Directory.EnumerateFileSystemEntries(folder.Data).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];

    private static string[] Codes(KnowledgeStore store) =>
        [.. store.Verifier.Verify(null, TestContext.Cancellation).Problems.Select(p => p.Code).Order(StringComparer.Ordinal)];

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Data, "kb.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
