using System.Text.Json;
using KnowledgeBase.Acceptance.Tests.Running;

namespace KnowledgeBase.Acceptance.Tests;

public sealed class IngestTests : IDisposable
{
    private readonly KbProgram kb = new();

    [Fact]
    public async Task Takes_in_every_sample_paper_and_the_store_is_sound()
    {
        var result = await kb.DoAsync("ingest", Repository.Papers, "--json");

        var lines = result.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.All(lines.SkipLast(1), line => Assert.Equal("added", line.GetProperty("outcome").GetString()));
        Assert.Equal(Repository.PaperFiles.Select(Path.GetFileName), lines.SkipLast(1).Select(line => Path.GetFileName(line.GetProperty("file").GetString())));
        Assert.Equal(Repository.PaperFiles.Count, lines[^1].GetProperty("summary").GetProperty("added").GetInt32());
        var check = JsonDocument.Parse((await kb.DoAsync("verify", "--json")).Out).RootElement;
        Assert.True(check.GetProperty("sound").GetBoolean());
        Assert.Equal(Repository.PaperFiles.Count, check.GetProperty("documents").GetInt32());
    }

    [Fact]
    public async Task The_second_time_nothing_changes()
    {
        await kb.DoAsync("ingest", Repository.PaperFiles[0], Repository.PaperFiles[1]);
        var before = (await kb.DoAsync("list", "--json")).Out;

        var again = await kb.DoAsync("ingest", Repository.PaperFiles[0], Repository.PaperFiles[1]);

        Assert.All(again.Lines, line => Assert.StartsWith("unchanged  ", line, StringComparison.Ordinal));
        Assert.Equal(before, (await kb.DoAsync("list", "--json")).Out);
    }

    [Fact]
    public async Task Bad_files_fail_with_code_and_sentence_and_the_good_ones_are_taken_in()
    {
        kb.Write("in/good.md", "# Good\n\nMediators who know each other lose less time.\n");
        kb.Write("in/empty.pdf", "");
        kb.Write("in/broken.pdf", "%PDF-1.4\nthis is no PDF");
        kb.Write("in/picture.pdf", "GIF89a\u0001\u0002");

        var result = await kb.RunAsync("ingest", "in", "--json");

        Assert.Equal(2, result.ExitCode);
        var codes = result.Lines.SkipLast(1).Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(line => Path.GetFileName(line.GetProperty("file").GetString())!, line => line.TryGetProperty("error", out var error) ? error.GetProperty("code").GetString() : null);
        Assert.Equal(new() { ["good.md"] = null, ["empty.pdf"] = "empty-file", ["broken.pdf"] = "damaged-pdf", ["picture.pdf"] = "unsupported-format" }, codes);
        Assert.Contains("\"total\": 1", (await kb.DoAsync("list", "--json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_reports_is_nothing_found()
    {
        kb.Write("in/sheet.xlsx", "x");

        var result = await kb.RunAsync("ingest", "in");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("1 left alone", result.Talk, StringComparison.Ordinal);
        Assert.False(Directory.Exists(kb.PathOf("kb-data")));
    }

    [Fact]
    public async Task Documents_can_be_shown_by_name_and_removed_by_id()
    {
        kb.Write("note.md", "# A note on trust\n\n## First part\n\nMediators who know each other lose less time.\n");
        await kb.DoAsync("ingest", "note.md");
        var id = JsonDocument.Parse((await kb.DoAsync("list", "--json")).Out).RootElement.GetProperty("documents")[0].GetProperty("id").GetString()!;

        var shown = JsonDocument.Parse((await kb.DoAsync("show", "note.md", "--json")).Out).RootElement;
        Assert.Equal(id, shown.GetProperty("id").GetString());
        Assert.Equal("Mediators who know each other lose less time.", shown.GetProperty("passages")[0].GetProperty("text").GetString());

        await kb.DoAsync("remove", id[..6]);
        Assert.Equal(1, (await kb.RunAsync("list")).ExitCode);
        Assert.Equal(2, (await kb.RunAsync("show", id)).ExitCode);
    }

    [Fact]
    public async Task What_is_said_of_a_document_is_cited_at_once_and_after_reading_it_again()
    {
        kb.Write("note.md", "# A note on trust\n\n## First part\n\nMediators who know each other lose less time.\n");
        await kb.DoAsync("ingest", "note.md");

        await kb.DoAsync("edit", "note.md", "--title", "Peace in small steps", "--year", "2019", "--author", "Ana Ruiz");

        var cited = (await kb.DoAsync("search", "mediators")).Out;
        Assert.Contains("Ana Ruiz, Peace in small steps (2019)", string.Join(' ', cited.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.OrdinalIgnoreCase);
        await kb.DoAsync("ingest", "note.md", "--again");
        Assert.Equal(cited, (await kb.DoAsync("search", "mediators")).Out);
        Assert.Equal(2, (await kb.RunAsync("edit", "note.md")).ExitCode);
        await kb.DoAsync("verify");
    }

    [Fact]
    public async Task What_was_said_is_taken_back_at_once_field_by_field_or_whole()
    {
        kb.Write("note.md", "# A note on trust\n\n## First part\n\nMediators who know each other lose less time.\n");
        await kb.DoAsync("ingest", "note.md");
        await kb.DoAsync("edit", "note.md", "--title", "Peace in small steps", "--year", "2019");

        var one = (await kb.DoAsync("edit", "note.md", "--reset", "title")).Out;
        Assert.Contains("A note on trust", one, StringComparison.Ordinal);
        Assert.Contains("2019", one, StringComparison.Ordinal);

        var all = (await kb.DoAsync("edit", "note.md", "--reset")).Out;
        Assert.Contains("A note on trust", all, StringComparison.Ordinal);
        Assert.DoesNotContain("2019", all, StringComparison.Ordinal);

        var empty = await kb.RunAsync("edit", "note.md", "--title", "");
        Assert.Equal(2, empty.ExitCode);
        Assert.Contains("--reset title", empty.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_other_kinds_are_named()
    {
        kb.Write("in/note.md", "# Note\n\nMediators who know each other lose less time.\n");
        kb.Write("in/sheet.xlsx", "x");
        kb.Write("in/.hidden.xyz", "x");

        Assert.Contains("1 file of other kinds left alone: in/sheet.xlsx", (await kb.DoAsync("ingest", "in")).Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_brings_everything_back()
    {
        await kb.DoAsync("ingest", Repository.PaperFiles[0], Repository.PaperFiles[1]);
        var before = (await kb.DoAsync("list", "--json")).Out;
        await kb.DoAsync("backup", "all.zip");

        await kb.DoAsync("restore", "all.zip", "--data", "elsewhere");

        Assert.Equal(before, (await kb.DoAsync("list", "--json", "--data", "elsewhere")).Out);
        await kb.DoAsync("verify", "--data", "elsewhere");
    }

    [Fact]
    public async Task Extract_stores_nothing_and_says_the_same_as_show()
    {
        var paper = Repository.PaperFiles[0];
        var extracted = (await kb.DoAsync("extract", paper, "--json")).Out;
        Assert.Empty(Directory.EnumerateFileSystemEntries(kb.Folder));

        await kb.DoAsync("ingest", paper);

        Assert.Equal(extracted, (await kb.DoAsync("show", Path.GetFileName(paper), "--json")).Out);
    }

    public void Dispose() => kb.Dispose();
}
