using KnowledgeBase.Acceptance.Tests.Running;

namespace KnowledgeBase.Acceptance.Tests;

/// <summary>What the machine may do to the program: each time a clear line, exit code 2, and nothing half done.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly KbProgram kb = new();

    [Fact]
    public async Task A_file_where_the_data_folder_should_be()
    {
        kb.Write("taken", "I am a file");
        kb.Write("note.md", "# Note\n\nMediators who know each other lose less time.\n");

        var result = await kb.RunAsync("ingest", "note.md", "--data", "taken/kb");

        AssertClear(result, "taken");
        Assert.Equal("I am a file", await File.ReadAllTextAsync(kb.PathOf("taken")));
    }

    [UnixFact]
    public async Task A_data_folder_that_nobody_may_write()
    {
        kb.Write("note.md", "# Note\n\nMediators who know each other lose less time.\n");

        // Not even root may make a folder here, where a mode would not stop them.
        AssertClear(await kb.RunAsync("ingest", "note.md", "--data", "/proc/kb-data"), "/proc/kb-data");
    }

    [UnixFact]
    public async Task A_data_folder_that_may_only_be_read_is_searched_all_the_same()
    {
        kb.Write("note.md", "# Note\n\nMediators who know each other lose less time.\n");
        await kb.DoAsync("ingest", "note.md");
        kb.Write("other.md", "# Other\n\nEnvoys who share notes contradict each other less.\n");

        // Modes do not bind root, unless it gives up the right to pass over them.
        var result = await kb.ShellAsync("""
            chmod -R a-w kb-data; trap 'chmod -R u+w kb-data' EXIT
            bound() { if [ "$(id -u)" = 0 ]; then setpriv --bounding-set=-dac_override,-dac_read_search "$@"; else "$@"; fi; }
            bound bash -c "$(declare -f kb); set -e; kb list; kb show note.md; kb status; kb search mediators; kb export --search mediators --format csv -o -; ! kb ingest other.md"
            """);

        Assert.True(result.ExitCode == 0, result.Out + result.Talk);
        Assert.Contains("lose less time", result.Out, StringComparison.Ordinal);
        Assert.Contains("cannot be written", result.Talk, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task A_disk_that_is_full_ends_the_run_and_the_store_stays_sound()
    {
        await kb.DoAsync("ingest", Repository.PaperFiles[0]);
        kb.Write("large.md", "# Many\n\n## Things\n\n" + string.Join("\n\n", Enumerable.Range(0, 6000).Select(
            number => $"Paragraph {number} says {number * 7919L} things about {number * 104729L} matters.")));

        // No file may grow past 1 MB: what the program meets then is what it meets on a full disk.
        // (The runtime keeps its compiled code in such a file too, unless told not to.)
        var result = await kb.ShellAsync("trap '' XFSZ; ulimit -f 1024; DOTNET_EnableWriteXorExecute=0 kb ingest large.md");

        AssertClear(result, "kb-data");
        await kb.DoAsync("verify");
        Assert.DoesNotContain("large.md", (await kb.DoAsync("list", "--json")).Out, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Without_poppler_PDFs_fail_with_what_to_install_and_the_rest_is_taken_in()
    {
        kb.Write("in/note.md", "# Note\n\nMediators who know each other lose less time.\n");
        File.Copy(Repository.PaperFiles.First(path => path.EndsWith(".pdf", StringComparison.Ordinal)), kb.PathOf("in/paper.pdf"));
        Directory.CreateDirectory(kb.PathOf("empty"));
        kb.Environment["PATH"] = kb.PathOf("empty");

        var result = await kb.RunAsync("ingest", "in");

        if ((await kb.DoAsync("status")).Out.Contains("PDF reading pdfpig", StringComparison.Ordinal))
        {
            // Built with the reader for machines without Poppler.
            Assert.Equal((0, 2), (result.ExitCode, result.Lines.Count(line => line.StartsWith("added", StringComparison.Ordinal))));
            return;
        }

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("added", result.Lines[0], StringComparison.Ordinal);
        Assert.Contains("tool-missing", result.Out, StringComparison.Ordinal);
        Assert.Contains("apt install poppler-utils", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_another_program_is_left_alone()
    {
        kb.Write("kb-data/kb.db", "this is no database, whatever its name says, and it is long enough to be looked at.");
        var before = await File.ReadAllTextAsync(kb.PathOf("kb-data/kb.db"));

        AssertClear(await kb.RunAsync("list"), "kb.db");
        Assert.Equal(before, await File.ReadAllTextAsync(kb.PathOf("kb-data/kb.db")));
    }

    public void Dispose() => kb.Dispose();

    private static void AssertClear(KbResult result, string place)
    {
        Assert.Equal(2, result.ExitCode);
        var line = result.Talk.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        Assert.StartsWith("kb: ", line, StringComparison.Ordinal);
        Assert.Contains(place, line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Talk, StringComparison.Ordinal);
    }
}
