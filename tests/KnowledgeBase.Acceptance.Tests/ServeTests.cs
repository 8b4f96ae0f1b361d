using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeBase.Acceptance.Tests.Running;

namespace KnowledgeBase.Acceptance.Tests;

/// <summary>The real service beside the real command line, over one data folder.</summary>
public sealed partial class ServeTests(SamplePapers papers) : IClassFixture<SamplePapers>
{
    [Theory]
    [InlineData("rivalry between mediators", "")]
    [InlineData("mediators", "--kind recommendation")]
    [InlineData("\"local ownership\" OR (funding AND women)", "")]
    [InlineData("cease*", "--year 2019..2025 --theme implementation")]
    [InlineData("appropriation locale", "--lang fr")]
    [InlineData("mediators", "--kind recommendation --role list_item")]
    [InlineData("trust between the parties", "--mode hybrid --kind challenge")]
    [InlineData("money from outside", "--mode meaning")]
    [InlineData("women", "--order year --addressee donors")]
    [InlineData("", "--kind recommendation --addressee donors")]
    public async Task Command_line_API_and_page_give_the_same_hits_in_the_same_order(string query, string options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var words = options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var cli = JsonDocument.Parse((await papers.Kb.DoAsync(["search", query, .. words, "--json"])).Out).RootElement;
        var address = $"q={Uri.EscapeDataString(query)}" + string.Concat(words.Chunk(2).Select(pair => $"&{pair[0][2..]}={Uri.EscapeDataString(pair[1])}"));

        using var service = await ServiceAsync();
        using var client = new HttpClient { BaseAddress = service.Address };
        var api = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/search?{address}")).RootElement;
        var page = await client.GetStringAsync($"/search?{address}");

        Assert.NotEqual(0, cli.GetProperty("total").GetInt32());
        foreach (var field in new[] { "query", "understood", "total", "hits", "facets" })
        {
            Assert.Equal(Compact(cli.GetProperty(field)), Compact(api.GetProperty(field)));
        }

        Assert.Equal(
            cli.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("passage_id").GetString()),
            HitOnPage().Matches(page).Select(match => match.Groups[1].Value));
        Assert.Contains($"<strong>{cli.GetProperty("total").GetInt32()} passage", page, StringComparison.Ordinal);
    }

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json);

    // The service says where it listens, on a port that was free.
    private async Task<Service> ServiceAsync()
    {
        var process = papers.Kb.Start("serve", "--urls", "http://127.0.0.1:0");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await process.StandardError.ReadLineAsync(patience.Token) is { } line)
        {
            if (ServingLine().Match(line) is { Success: true } said)
            {
                return new(process, new(said.Groups[1].Value));
            }
        }

        throw new InvalidOperationException("The service ended before it served.");
    }

    [GeneratedRegex(@"Serving (http://\S+)")]
    private static partial Regex ServingLine();

    [GeneratedRegex("<article class=\"hit\" id=\"p-([^\"]+)\"")]
    private static partial Regex HitOnPage();

    private sealed record Service(Process Process, Uri Address) : IDisposable
    {
        public void Dispose()
        {
            Process.Kill();
            Process.WaitForExit();
            Process.Dispose();
        }
    }
}
