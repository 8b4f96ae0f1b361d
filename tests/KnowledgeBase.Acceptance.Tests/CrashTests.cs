using System.Diagnostics;
using System.Text.Json;
using KnowledgeBase.Acceptance.Tests.Running;

namespace KnowledgeBase.Acceptance.Tests;

/// <summary>Whatever moment the program is ended at, what it reported is kept, and the next run finishes the work.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly KbProgram kb = new();

    [Fact]
    public Task Killed_at_three_moments_loses_nothing_and_doubles_nothing() => KillAsync(3);

    [Fact]
    [Trait("Category", "Long")]
    public Task Killed_at_twenty_moments_loses_nothing_and_doubles_nothing() => KillAsync(20);

    [UnixFact]
    public async Task Ctrl_C_stops_says_how_to_go_on_and_the_next_run_goes_on()
    {
        const int Files = 200;
        Fill(Files);
        var process = kb.StartInterruptible("ingest", "in", "--json");
        var first = await process.StandardOutput.ReadLineAsync();
        using (var interrupt = kb.Launch("kill", ["-INT", $"{process.Id}"]))
        {
            await interrupt.WaitForExitAsync();
        }

        var stopped = await KbProgram.FinishAsync(process);

        Assert.Equal(130, stopped.ExitCode);
        Assert.Contains("the same command goes on", stopped.Talk, StringComparison.Ordinal);
        var reported = Added([first!, .. stopped.Lines]);
        Assert.InRange(reported.Count, 1, Files - 1);
        var resumed = await kb.DoAsync("ingest", "in", "--json");
        AssertAll(reported, resumed, Files, await kb.DoAsync("list", "--json"));
        await kb.DoAsync("verify");
    }

    public void Dispose() => kb.Dispose();

    private async Task KillAsync(int times)
    {
        const int Files = 40;
        Fill(Files);
        var whole = Stopwatch.StartNew();
        await kb.DoAsync("ingest", "in", "--data", "measure");
        var length = whole.Elapsed;
        var random = new Random(20220501);
        for (var time = 0; time < times; time++)
        {
            if (Directory.Exists(kb.PathOf("kb-data")))
            {
                Directory.Delete(kb.PathOf("kb-data"), recursive: true);
            }

            var process = kb.Start("ingest", "in", "--json");
            var ended = KbProgram.FinishAsync(process);
            await Task.WhenAny(ended, Task.Delay(length * random.NextDouble()));
            try
            {
                process.Kill();
            }
            catch (InvalidOperationException)
            {
                // It was faster this time and has ended by itself.
            }

            var reported = Added((await ended).Lines);
            var resumed = await kb.DoAsync("ingest", "in", "--json");
            AssertAll(reported, resumed, Files, await kb.DoAsync("list", "--json"));
            await kb.DoAsync("verify");
        }
    }

    /// <summary>Small files, with the two smallest sample papers among them so that child processes run too.</summary>
    private void Fill(int files)
    {
        var papers = Repository.PaperFiles.Where(path => path.EndsWith(".pdf", StringComparison.Ordinal)).OrderBy(path => new FileInfo(path).Length).Take(2).ToList();
        Directory.CreateDirectory(kb.PathOf("in"));
        for (var i = 0; i < papers.Count; i++)
        {
            File.Copy(papers[i], kb.PathOf($"in/{i * 7:000}-paper.pdf"));
        }

        for (var i = papers.Count; i < files; i++)
        {
            kb.Write($"in/{i:000}.md", $"# Note {i}\n\n## Trust\n\nNote {i} says that mediators who know each other lose less time.\n\nRecommendation {i}: donors should plan for {i + 1} years.\n");
        }
    }

    private static List<string> Added(IEnumerable<string> lines)
    {
        var added = new List<string>();
        foreach (var line in lines)
        {
            // A line cut off by the kill was not reported.
            if (line.EndsWith('}') && JsonDocument.Parse(line).RootElement is var outcome && outcome.TryGetProperty("outcome", out var word) && word.GetString() == "added")
            {
                added.Add(outcome.GetProperty("document").GetString()!);
            }
        }

        return added;
    }

    private static void AssertAll(List<string> reported, KbResult resumed, int files, KbResult list)
    {
        var summary = JsonDocument.Parse(resumed.Lines[^1]).RootElement.GetProperty("summary");
        Assert.Equal(files, summary.GetProperty("added").GetInt32() + summary.GetProperty("unchanged").GetInt32());
        var stored = JsonDocument.Parse(list.Out).RootElement.GetProperty("documents").EnumerateArray()
            .Select(document => (Id: document.GetProperty("id").GetString()!, Sha256: document.GetProperty("sha256").GetString()!)).ToList();
        Assert.Equal(files, stored.Count);
        Assert.Equal(files, stored.Select(document => document.Sha256).Distinct().Count());
        Assert.Empty(reported.Except(stored.Select(document => document.Id)));
        // What was reported is not read a second time.
        Assert.True(summary.GetProperty("unchanged").GetInt32() >= reported.Count);
    }
}
