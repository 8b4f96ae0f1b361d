using System.Text.Json;
using KnowledgeBase.Acceptance.Tests.Running;

namespace KnowledgeBase.Acceptance.Tests;

/// <summary>Forms and versions of one report through the real program.</summary>
public sealed class LikenessTests : IDisposable
{
    private readonly KbProgram kb = new();

    [Fact]
    public async Task A_paper_and_its_source_are_named_as_one_text_and_share_their_hits()
    {
        var source = Path.Combine(Repository.Papers, "08-trust-diplomats-mediation-support-aceh.html");
        kb.Write("aceh.html", await File.ReadAllTextAsync(source));
        // The same page saved once more by another program: other bytes, the same words.
        kb.Write("saved/aceh.html", (await File.ReadAllTextAsync(source)).Replace("</body>", "<!-- saved --></body>", StringComparison.OrdinalIgnoreCase));

        await kb.DoAsync("ingest", "aceh.html");
        var second = await kb.DoAsync("ingest", "saved/aceh.html");
        var listed = JsonDocument.Parse((await kb.DoAsync("list", "--json")).Out).RootElement.GetProperty("documents");
        var grouped = JsonDocument.Parse((await kb.DoAsync("search", "trust", "--json", "--mode", "keyword", "--limit", "200")).Out).RootElement;
        var apart = JsonDocument.Parse((await kb.DoAsync("search", "trust", "--json", "--mode", "keyword", "--limit", "200", "--ungroup")).Out).RootElement;

        Assert.Contains("The same text as 'aceh.html'", second.Out, StringComparison.Ordinal);
        Assert.Equal(["same_text", "same_text"], listed.EnumerateArray().Select(row => row.GetProperty("related")[0].GetProperty("kind").GetString()));
        Assert.Equal(apart.GetProperty("total").GetInt32(), apart.GetProperty("hits").GetArrayLength());
        Assert.Equal(apart.GetProperty("total").GetInt32(), grouped.GetProperty("total").GetInt32());
        Assert.Equal(apart.GetProperty("total").GetInt32(), 2 * grouped.GetProperty("hits").GetArrayLength());
        Assert.All(grouped.GetProperty("hits").EnumerateArray(), hit => Assert.Single(hit.GetProperty("also_in").EnumerateArray()));
    }

    [SharedFact("corpus")]
    public async Task The_paper_as_PDF_Word_and_text_is_one_text_in_three_forms()
    {
        await kb.DoAsync("ingest", Path.Combine(Repository.Shared("corpus"), "msn-2022.pdf"), Path.Combine(Repository.Shared("corpus"), "msn-2022.docx"), Path.Combine(Repository.Shared("corpus"), "msn-2022.txt"));

        var shown = JsonDocument.Parse((await kb.DoAsync("show", "msn-2022.pdf", "--json")).Out).RootElement.GetProperty("related");

        Assert.Equal(["msn-2022.docx", "msn-2022.txt"], shown.EnumerateArray().Select(form => form.GetProperty("file").GetString()).Order());
        Assert.All(shown.EnumerateArray(), form => Assert.Equal("same_text", form.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task The_threshold_for_checking_the_print_can_be_set()
    {
        kb.Write("note.md", "# Note\n\nMediators who know each other lose less time.\n");
        await kb.DoAsync("ingest", "note.md");

        var strict = JsonDocument.Parse((await kb.DoAsync("search", "mediators", "--json", "--check-from", "A")).Out).RootElement.GetProperty("hits")[0];
        var usual = JsonDocument.Parse((await kb.DoAsync("search", "mediators", "--json")).Out).RootElement.GetProperty("hits")[0];

        Assert.True(strict.GetProperty("check_print").GetBoolean());
        Assert.False(usual.TryGetProperty("check_print", out _));
    }

    public void Dispose() => kb.Dispose();
}
