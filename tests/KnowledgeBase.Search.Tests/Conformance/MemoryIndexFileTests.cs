using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Index.Memory;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Tests.Conformance;

public sealed class MemoryIndexFileTests : IDisposable
{
    private readonly SearchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Starts_from_the_segments_of_the_last_run_and_catches_up()
    {
        Fill(0, 60);
        using (var first = new MemoryPassageIndex(folder.Store))
        {
            first.Follow(CancellationToken.None);
            WaitFor(() => File.Exists(SegmentsPath));
        }

        folder.Store.Documents.Remove(folder.Store.Documents.Find("3.txt").Id);
        Fill(60, 61);

        using var second = new MemoryPassageIndex(folder.Store);
        second.Follow(CancellationToken.None);

        using var reference = new Fts5PassageIndex(folder.Store);
        foreach (var word in new[] { "w3", "w60", "w12", "w500" })
        {
            Assert.Equal(Ask(reference, word).Total, Ask(second, word).Total);
        }

        Assert.Equal(0, Ask(second, "only3").Total);
        Assert.Equal(100, Ask(second, "only60").Total);
    }

    [Fact]
    public void Passes_over_a_damaged_file()
    {
        Fill(0, 60);
        using (var first = new MemoryPassageIndex(folder.Store))
        {
            first.Follow(CancellationToken.None);
            WaitFor(() => File.Exists(SegmentsPath));
        }

        var bytes = File.ReadAllBytes(SegmentsPath);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(SegmentsPath, bytes);

        using var second = new MemoryPassageIndex(folder.Store);
        second.Follow(CancellationToken.None);

        Assert.Equal(100, Ask(second, "only7").Total);
    }

    [Fact]
    public void Gives_the_segments_of_this_store_whole_or_none()
    {
        Fill(0, 60);
        var stamp = folder.Store.FullText.Read(s => s.Stamp);
        using (var first = new MemoryPassageIndex(folder.Store))
        {
            first.Follow(CancellationToken.None);
            WaitFor(() => File.Exists(SegmentsPath));
        }

        Assert.Equal(6_000, SegmentFile.Read(SegmentsPath, stamp).Sum(segment => segment.Lengths.Length));
        Assert.True(SegmentFile.IsOf(SegmentsPath, stamp));
        foreach (var other in new[] { stamp with { Identity = "another" }, stamp with { RebuiltAt = 7 } })
        {
            Assert.Empty(SegmentFile.Read(SegmentsPath, other));
            Assert.False(SegmentFile.IsOf(SegmentsPath, other));
        }

        var bytes = File.ReadAllBytes(SegmentsPath);
        foreach (var place in new[] { 3, bytes.Length / 3, bytes.Length / 2, bytes.Length - 40, bytes.Length - 1 })
        {
            var damaged = bytes.ToArray();
            damaged[place] ^= 1;
            File.WriteAllBytes(SegmentsPath, damaged);
            Assert.Empty(SegmentFile.Read(SegmentsPath, stamp));
        }

        File.WriteAllBytes(SegmentsPath, bytes[..^1]);
        Assert.Empty(SegmentFile.Read(SegmentsPath, stamp));
        File.Delete(SegmentsPath);
        Assert.Empty(SegmentFile.Read(SegmentsPath, stamp));
        Assert.False(SegmentFile.IsOf(SegmentsPath, stamp));
    }

    [Fact]
    public void Merges_many_small_segments_without_losing_or_doubling_anything()
    {
        using var index = new MemoryPassageIndex(folder.Store);
        for (var i = 0; i < 40; i++)
        {
            Fill(i, i + 1);
            index.Follow(CancellationToken.None);
            Assert.Equal(100 * (i + 1), Ask(index, "every").Total);
            Assert.Equal(100, Ask(index, $"only{i}").Total);
        }
    }

    [Fact]
    public void Gives_back_the_words_it_encoded()
    {
        var analyser = new PassageAnalyser();
        var paper = new Paper(
            "x", new Words("Peace-building of the U.N., again and again.") { Heading = ["Déjà vu", "Of peace-making"] }, "", new Words("Été 中文") { Language = "fr" });
        var analysed = analyser.Analyse(paper.Read(new("0123456789ab"), []).Document);

        var restored = analyser.Restore(analysed.Data);

        Assert.Equal(Describe(analysed.Passages), Describe(restored));
    }

    private string SegmentsPath => Path.Combine(folder.Store.Root, "index", "memory.segments");

    private static string[] Describe(IReadOnlyList<AnalysedPassage> passages) =>
        [.. passages.Select(p => string.Join('/', new[] { p.Heading, p.Text, p.HeadingForms, p.TextForms }.Select(w => string.Join(' ', w))))];

    private void Fill(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            folder.Save(new($"{i}.txt", [.. Enumerable.Range(0, 100).Select(j => (Words)$"every only{i} w{(i * j) % 700} w{j} p{j}")]));
        }
    }

    private static IndexAnswer Ask(IPassageIndex index, string word) => index.Search(
        new(new MatchNode([WordPattern.Of(word, stemmed: false, TextLanguages.All)], KnowledgeBase.Search.Query.WordPlace.Anywhere), [], 0, 0),
        CancellationToken.None);

    private static void WaitFor(Func<bool> condition) => Assert.True(SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(60)));
}
