using System.Diagnostics;
using System.Text.Json;
using KnowledgeBase.Acceptance.Tests.Running;

namespace KnowledgeBase.Acceptance.Tests;

/// <summary>PDFs that were made, or found, to break readers: every one ends as added or failed with a reason, and nothing is left over.</summary>
public sealed class HardFilesTests : IDisposable
{
    private readonly KbProgram kb = new();

    [SharedFact("hardpdfs")]
    public Task Every_tenth_hard_file_ends_with_an_outcome() => IngestAsync(every: 10);

    [SharedFact("hardpdfs")]
    [Trait("Category", "Long")]
    public Task Every_hard_file_ends_with_an_outcome() => IngestAsync(every: 1);

    public void Dispose() => kb.Dispose();

    private async Task IngestAsync(int every)
    {
        var files = Directory.EnumerateFiles(Repository.Shared("hardpdfs"), "*.pdf", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive })
            .Order(StringComparer.Ordinal).Where((_, index) => index % every == 0).ToList();
        kb.Environment["TMPDIR"] = Directory.CreateDirectory(kb.PathOf("tmp")).FullName;
        const double LimitSeconds = 20;

        var result = await kb.RunAsync(["ingest", "--json", "--time-limit", $"{LimitSeconds}", .. files]);

        var outcomes = result.Lines.SkipLast(1).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(files.Count, outcomes.Count);
        Assert.All(outcomes, outcome =>
        {
            var word = outcome.GetProperty("outcome").GetString();
            Assert.Contains(word, new[] { "added", "unchanged", "failed" });
            if (word == "failed")
            {
                Assert.Matches("^[a-z]+(-[a-z]+)*$", outcome.GetProperty("error").GetProperty("code").GetString());
                Assert.NotEqual("internal-error", outcome.GetProperty("error").GetProperty("code").GetString());
                Assert.EndsWith(".", outcome.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
            }
        });
        Assert.DoesNotContain(Process.GetProcesses(), process => process.ProcessName.StartsWith("pdfto", StringComparison.Ordinal) && IsOurs(process));
        // The runtime keeps its own doors for debuggers there while it runs.
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(kb.PathOf("tmp")), path => !Path.GetFileName(path).StartsWith("clr-debug", StringComparison.Ordinal)
            && !Path.GetFileName(path).StartsWith("dotnet-diagnostic", StringComparison.Ordinal));
        await kb.DoAsync("verify");
    }

    /// <summary>True for a child that was started in this test's folder; others may run Poppler on the same machine.</summary>
    private bool IsOurs(Process process)
    {
        try
        {
            return new FileInfo($"/proc/{process.Id}/cwd").LinkTarget == kb.Folder;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
