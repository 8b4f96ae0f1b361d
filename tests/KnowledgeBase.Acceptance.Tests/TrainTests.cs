using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeBase.Acceptance.Tests.Running;

namespace KnowledgeBase.Acceptance.Tests;

/// <summary>Learning, the gate before a new model, going back, and tagging the store anew, through the real program.</summary>
public sealed class TrainTests : IDisposable
{
    private readonly KbProgram kb = new();

    [Fact]
    public async Task Learning_from_the_repository_twice_gives_the_same_bytes_and_they_are_the_delivered_model()
    {
        var trained = await kb.DoAsync("train", "--out", "first.bin");
        await kb.DoAsync("train", "--out", "second.bin");

        var first = await File.ReadAllBytesAsync(kb.PathOf("first.bin"));
        Assert.Equal(first, await File.ReadAllBytesAsync(kb.PathOf("second.bin")));
        var delivered = NameIn(trained.Out).StartsWith("mlnet/", StringComparison.Ordinal)
            ? "src/KnowledgeBase.Engines.MLNet/mlnet-model.bin"
            : "src/KnowledgeBase.Tagging/Learning/default-model.bin";
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, delivered)), first);
    }

    [Fact]
    public async Task A_model_that_is_worse_at_a_main_tag_is_refused_in_plain_words()
    {
        // Two small batches against the whole set: far too little for the frozen set of real size.
        var labels = Labels("few", (folder, line) => folder == Frozen || line % 40 == 0);

        var result = await kb.RunAsync("train", "--labels", labels);

        Assert.Equal(2, result.ExitCode);
        Assert.Matches("The new model is worse at .*; the old one stays", result.Out);
        Assert.Equal(1, (await kb.RunAsync("train", "--rollback")).ExitCode);
    }

    [Fact]
    public async Task The_last_three_models_are_kept_and_rollback_goes_back_one_by_one()
    {
        var names = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            names.Add(NameIn((await kb.DoAsync("train", "--labels", Harmless($"labels{i}", i))).Out));
        }

        Assert.Equal(4, names.Distinct().Count());
        Assert.Equal(3, Directory.GetFiles(kb.PathOf("kb-data/models")).Length);
        Assert.Equal(names[2], NameIn((await kb.DoAsync("train", "--rollback")).Out));
        Assert.Equal(names[1], NameIn((await kb.DoAsync("train", "--rollback")).Out));
        var delivered = NameIn((await kb.DoAsync("train", "--rollback")).Out);
        Assert.DoesNotContain(delivered, names);
        Assert.Equal(1, (await kb.RunAsync("train", "--rollback")).ExitCode);
    }

    [Fact]
    public async Task Decisions_are_learned_from_and_stay_after_retraining_and_retagging()
    {
        await kb.DoAsync("ingest", Repository.PaperFiles[0], Repository.PaperFiles[1]);
        var before = await KindsAsync();
        var (passage, kinds) = before.First(pair => pair.Value.Contains("recommendation"));
        await kb.DoAsync("review", passage, "--reject", "recommendation", "--add", "lesson", "--person", "Ada");

        var trained = await kb.DoAsync("train", "--with-reviews", "--labels", Harmless("labels", 0));
        Assert.Contains("1 reviewed passages of 1 documents", trained.Talk, StringComparison.Ordinal);
        var retagged = JsonDocument.Parse((await kb.DoAsync("retag", "--json")).Out).RootElement;

        Assert.Equal((2, 0), (retagged.GetProperty("retagged").GetInt32(), retagged.GetProperty("current").GetInt32()));
        Assert.Equal(NameIn(trained.Out), retagged.GetProperty("tagger").GetString());
        var after = await KindsAsync();
        Assert.Contains("lesson", after[passage]);
        Assert.DoesNotContain("recommendation", after[passage]);

        // What it reports is what changed: decided before retagging, so the decision itself is no change.
        before[passage] = [.. kinds.Except(["recommendation"]).Append("lesson")];
        foreach (var kind in new[] { "challenge", "opportunity", "good_practice", "recommendation", "lesson" })
        {
            var (gained, lost) = (before.Count(pair => !pair.Value.Contains(kind) && after[pair.Key].Contains(kind)), before.Count(pair => pair.Value.Contains(kind) && !after[pair.Key].Contains(kind)));
            var reported = retagged.GetProperty("changes").TryGetProperty(kind, out var change) ? (change.GetProperty("gained").GetInt32(), change.GetProperty("lost").GetInt32()) : (0, 0);
            Assert.Equal((kind, (gained, lost)), (kind, reported));
        }
    }

    [Fact]
    public async Task Retagging_goes_on_where_it_stopped_and_reads_no_file_again()
    {
        kb.Write("in/a.md", "# A\n\n## Part\n\nDonors should fund longer project cycles.\n");
        await kb.DoAsync("ingest", "in/a.md");
        await kb.DoAsync("train", "--labels", Harmless("labels", 0));
        kb.Write("in/b.md", "# B\n\n## Part\n\nMediators should meet the elders first.\n");
        await kb.DoAsync("ingest", "in/b.md");
        Directory.Delete(kb.PathOf("in"), recursive: true);

        // b.md was read with the new model, as a stopped run would have left it: only a.md is left to do.
        var result = JsonDocument.Parse((await kb.DoAsync("retag", "--json")).Out).RootElement;
        Assert.Equal((1, 1), (result.GetProperty("retagged").GetInt32(), result.GetProperty("current").GetInt32()));
        var again = JsonDocument.Parse((await kb.DoAsync("retag", "--json")).Out).RootElement;
        Assert.Equal((0, 2), (again.GetProperty("retagged").GetInt32(), again.GetProperty("current").GetInt32()));
        await kb.DoAsync("verify");
    }

    [Fact]
    public async Task A_label_file_with_an_unknown_tag_is_refused_by_file_and_line()
    {
        var line = (await File.ReadAllLinesAsync(Path.Combine(Repository.Labels, "a01.jsonl")))[0];
        kb.Write("labels/x.jsonl", line + "\n" + Regex.Replace(line, "\"kinds\": *\\[[^]]*\\]", "\"kinds\": [\"hurdle\"]") + "\n");

        var result = await kb.RunAsync("train", "--labels", "labels");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("x.jsonl, line 2: unknown label 'hurdle'", result.Talk, StringComparison.Ordinal);
    }

    public void Dispose() => kb.Dispose();

    private const string Frozen = "frozen";

    /// <summary>Labels with a frozen set without any kind, on which no model is better or worse.</summary>
    private string Harmless(string name, int from) => Labels(
        name, (folder, line) => folder != Frozen && line % 25 == from,
        "{\"id\":\"z1\",\"group\":\"z\",\"document\":\"z/1\",\"genre\":\"brief\",\"language\":\"en\",\"heading_path\":[],\"role\":\"paragraph\",\"text\":\"The town lies by the river.\",\"kinds\":[],\"themes\":[],\"addressees\":[],\"note\":null}\n");

    private string Labels(string name, Func<string, int, bool> takes, string? frozen = null)
    {
        foreach (var (source, target) in new[] { (Repository.Labels, ""), (Path.Combine(Repository.Labels, Frozen), Frozen) })
        {
            foreach (var file in Directory.GetFiles(source, "*.jsonl").Order(StringComparer.Ordinal))
            {
                // Whole documents, so that neighbours stay neighbours.
                var lines = File.ReadLines(file).Chunk(5).Where((_, i) => takes(target, i)).SelectMany(chunk => chunk);
                kb.Write(Path.Combine(name, target, Path.GetFileName(file)), string.Concat(lines.Select(line => line + "\n")));
            }
        }

        if (frozen is not null)
        {
            Directory.Delete(kb.PathOf(Path.Combine(name, Frozen)), recursive: true);
            kb.Write(Path.Combine(name, Frozen, "z.jsonl"), frozen);
        }

        return kb.PathOf(name);
    }

    private async Task<Dictionary<string, string?[]>> KindsAsync()
    {
        var kinds = new Dictionary<string, string?[]>();
        foreach (var paper in Repository.PaperFiles.Take(2))
        {
            var shown = JsonDocument.Parse((await kb.DoAsync("show", Path.GetFileName(paper), "--json")).Out).RootElement;
            foreach (var passage in shown.GetProperty("passages").EnumerateArray().Concat(shown.GetProperty("footnotes").EnumerateArray()))
            {
                kinds[passage.GetProperty("id").GetString()!] = [.. passage.GetProperty("kinds").EnumerateArray().Select(tag => tag.GetProperty("tag").GetString())];
            }
        }

        return kinds;
    }

    // "model", or the name of the engine that learned it.
    private static string NameIn(string output) => Regex.Match(output, @"\b(model|mlnet)/[0-9a-f]+\.[0-9a-f]+\.[0-9]+").Value;
}
