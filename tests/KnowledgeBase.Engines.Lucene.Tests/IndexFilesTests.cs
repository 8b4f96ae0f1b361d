using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Search.Tests;
using KnowledgeBase.Store;

namespace KnowledgeBase.Engines.Lucene.Tests;

/// <summary>The index lies in files of its own, so that it can be behind the store, of another store, damaged or half made.</summary>
public sealed class IndexFilesTests : IDisposable
{
    private readonly SearchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Lies_beside_the_store_in_a_folder_named_by_engine_and_version()
    {
        Fill("a");
        using var index = Opened();

        Assert.Equal(Path.Combine(folder.Store.Root, "index", "lucene-4.8-1"), LucenePassageIndex.FolderOf(folder.Store));
        Assert.True(File.Exists(Path.Combine(LucenePassageIndex.FolderOf(folder.Store), "current")));
    }

    [Fact]
    public void Takes_in_at_its_next_start_what_a_crash_kept_from_it()
    {
        Fill("a");
        Fill("b");
        Opened().Dispose();
        var made = Current();

        // As if the program had ended between the store's commit and the index's.
        Fill("c");
        folder.Store.Documents.Remove(folder.Store.Documents.Find("a.txt").Id);

        using var index = Opened();
        Assert.Equal((0, 2, 2), (Found(index, "onlya"), Found(index, "onlyb"), Found(index, "onlyc")));
        Assert.Equal(made, Current());
    }

    [Fact]
    public void Forgets_a_new_index_that_a_crash_left_half_made()
    {
        Fill("a");
        Opened().Dispose();
        var half = Path.Combine(LucenePassageIndex.FolderOf(folder.Store), "0002");
        Directory.CreateDirectory(half);
        File.WriteAllText(Path.Combine(half, "_0.fdt"), "half");

        using (var index = Opened())
        {
            Assert.Equal(2, Found(index, "onlya"));
        }

        using var again = Opened();
        again.Rebuild(null, CancellationToken.None);
        Assert.Equal(2, Found(again, "onlya"));
        Assert.False(Directory.Exists(half));
    }

    [Fact]
    public void Makes_a_damaged_index_anew()
    {
        Fill("a");
        Opened().Dispose();
        foreach (var file in Directory.EnumerateFiles(Current(), "segments*"))
        {
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..^9]);
        }

        using var index = Opened();

        Assert.Equal(2, Found(index, "onlya"));
    }

    [Fact]
    public void Does_not_answer_from_the_index_of_another_store()
    {
        Fill("a");
        Opened().Dispose();
        using var other = new SearchFolder();
        other.Save(new("z.txt", "onlyz"));
        CopyFolder(LucenePassageIndex.FolderOf(folder.Store), LucenePassageIndex.FolderOf(other.Store));

        using var index = new LucenePassageIndex(other.Store);
        index.Follow(CancellationToken.None);

        Assert.Equal((0, 1), (Found(index, "onlya"), Found(index, "onlyz")));
    }

    [Fact]
    public void Answers_from_memory_where_nothing_can_be_written()
    {
        Fill("a");
        File.WriteAllText(Path.Combine(folder.Store.Root, "index"), "a file in the place of the folder");
        using var index = Opened();
        Assert.Equal(2, Found(index, "onlya"));

        Fill("b");
        index.Follow(CancellationToken.None);

        Assert.Equal((4, 2), (Found(index, "every"), Found(index, "onlyb")));
    }

    [Fact]
    public void Scores_of_an_audience_do_not_tell_what_others_hold()
    {
        folder.Save(new("seen.txt", "talks stalled", "talks went on and on for many a day"), Visibility.Public);
        using var index = Opened();
        var alone = Asked(Visibility.Public);

        folder.Save(new("unseen.txt", "talks of much greater length than all of those that were known before them", "talks", "talks"), Visibility.Restricted);
        index.Follow(CancellationToken.None);

        Assert.Equal(alone, Asked(Visibility.Public));
        Assert.Equal(5, Asked(Visibility.Restricted).Count);

        IReadOnlyList<IndexHit> Asked(Visibility audience) => index.Search(new(Word("talks"), [], 0, 10) { Audience = audience }, CancellationToken.None).Hits;
    }

    [Fact]
    public void Swaps_a_new_index_in_whole_while_the_old_one_is_read()
    {
        Fill("a");
        using var reader = Opened();
        using var maker = Opened();
        var before = Current();

        maker.Rebuild(null, CancellationToken.None);

        Assert.NotEqual(before, Current());
        Assert.Equal(2, Found(reader, "onlya"));
        reader.Follow(CancellationToken.None);
        Assert.Equal(2, Found(reader, "onlya"));
        Assert.Equal([Current()], Directory.EnumerateDirectories(LucenePassageIndex.FolderOf(folder.Store)));
    }

    [Fact]
    public void Two_programs_follow_one_store()
    {
        Fill("a");
        using var first = Opened();
        using var second = Opened();
        for (var i = 0; i < 5; i++)
        {
            Fill($"n{i}");
            (i % 2 == 0 ? first : second).Follow(CancellationToken.None);
        }

        first.Follow(CancellationToken.None);
        second.Follow(CancellationToken.None);

        Assert.Equal((12, 12), (Found(first, "every"), Found(second, "every")));
    }

    [Fact]
    public async Task Answers_while_documents_come_in()
    {
        Fill("a");
        using var index = Opened();
        using var stop = new CancellationTokenSource();
        var asking = Task.Run(() =>
        {
            var asked = 0;
            for (var least = 2; !stop.IsCancellationRequested; asked++)
            {
                var found = Found(index, "every");
                Assert.True(found >= least && found % 2 == 0, $"{found} after {least}");
                least = found;
            }

            return asked;
        });
        for (var i = 0; i < 30; i++)
        {
            Fill($"n{i}");
            index.Follow(CancellationToken.None);
        }

        await stop.CancelAsync();
        Assert.True(await asking > 0);
        Assert.Equal(62, Found(index, "every"));
    }

    [Fact]
    public void Counts_and_orders_plain_words_by_the_short_way_as_by_the_long()
    {
        var random = new Random(5);
        for (var i = 0; i < 40; i++)
        {
            folder.Save(new($"{i}.txt", [.. Enumerable.Range(0, 30).Select(_ => (Words)string.Join(' ', Enumerable.Range(0, 12).Select(_ => $"w{random.Next(20)}")))]));
        }

        using var index = Opened();
        var query = new AnyNode([.. new[] { "w3", "w11", "w19", "absent" }.Select(Word)]);
        var quick = index.Search(new(query, [], 3, 20), CancellationToken.None);
        // A facet makes it go the long way.
        var full = index.Search(new(query, [], 3, 20) { Facets = [FilterField.Kind] }, CancellationToken.None);

        Assert.Equal(full.Total, quick.Total);
        Assert.Equal(full.Hits, quick.Hits);
    }

    private LucenePassageIndex Opened()
    {
        var index = new LucenePassageIndex(folder.Store);
        index.Follow(CancellationToken.None);
        return index;
    }

    private void Fill(string name) => folder.Save(new(name + ".txt", $"every only{name} one", $"every only{name} two"));

    private string Current()
    {
        var root = LucenePassageIndex.FolderOf(folder.Store);
        return Path.Combine(root, File.ReadAllText(Path.Combine(root, "current")));
    }

    private static MatchNode Word(string word) => new([WordPattern.Of(word, stemmed: false, TextLanguages.All)], WordPlace.Anywhere);

    private static int Found(LucenePassageIndex index, string word) => index.Search(new(Word(word), [], 0, 0), CancellationToken.None).Total;

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
