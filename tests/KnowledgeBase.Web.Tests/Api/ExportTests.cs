using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using KnowledgeBase.Store;

namespace KnowledgeBase.Web.Tests.Api;

/// <summary>Exports of searches: as many hits as one file takes, in the order of the pages, and a word where there are more.</summary>
[Collection(Samples.Name)]
public sealed class ExportTests(SampleStore samples) : SiteTests(samples)
{
    [Theory]
    [InlineData("q=mediation+peace")]
    [InlineData("q=mediation+peace&mode=keyword&group=no")]
    [InlineData("role=paragraph&order=document")]
    public async Task An_export_goes_on_where_one_answer_ends(string search)
    {
        var paged = new List<string>();
        var (asOf, all) = ("", 0);
        for (var offset = 0; offset <= all; offset += 100)
        {
            var answer = await JsonAsync($"/api/v1/search?{search}&limit=100&offset={offset}&as_of={asOf}");
            paged.AddRange(answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("passage_id").GetString()!));
            asOf = answer.GetProperty("as_of").GetString()!;
            all = answer.GetProperty("total").GetInt32() + (answer.TryGetProperty("added", out var added) ? added.GetInt32() : 0);
        }

        Assert.True(paged.Count > 200, $"only {paged.Count} hits");
        Assert.Equal(paged, await IdsAsync($"/api/v1/search/export?{search}&format=jsonl"));
        Assert.Equal(paged.Take(205), await IdsAsync($"/api/v1/search/export?{search}&format=jsonl&limit=205"));
    }

    [Fact]
    public async Task A_file_says_when_it_holds_not_all()
    {
        var all = (await JsonAsync("/api/v1/search?q=mediation&mode=keyword&group=no&limit=0")).GetProperty("total").GetInt32();
        var address = "/api/v1/search/export?q=mediation&mode=keyword&group=no&format=markdown";
        Assert.Contains($"The first 7 of {all} passages found.", await Client.GetStringAsync($"{address}&limit=7"), StringComparison.Ordinal);
        Assert.DoesNotContain("passages found.", await Client.GetStringAsync(address), StringComparison.Ordinal);
        using var french = new HttpRequestMessage(HttpMethod.Get, $"{address}&limit=7");
        french.Headers.AcceptLanguage.ParseAdd("fr");
        using var answer = await Client.SendAsync(french);
        Assert.Contains($"Les 7 premiers passages sur {all} trouvés.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await Client.GetAsync($"{address}&limit=2001")).StatusCode);
    }

    [Fact]
    public async Task Of_more_than_one_file_takes_the_first_come_and_the_menu_says_so()
    {
        await using var site = await TestSite.StartEmptyAsync();
        var file = Path.Combine(site.Store.Root, "long.txt");
        var text = new StringBuilder();
        for (var i = 1; i <= 2050; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"The mediators met for the {i}th time and agreed on point {i} of their plan.\n\n");
        }

        await File.WriteAllTextAsync(file, text.ToString());
        await site.TakeInAsync(Visibility.Network, file);
        using var client = site.Client();
        var found = JsonDocument.Parse(await client.GetStringAsync("/api/v1/search?q=mediators&limit=0")).RootElement.GetProperty("total").GetInt32();
        Assert.True(found > 2000, $"only {found} passages");
        var written = await client.GetStringAsync("/api/v1/search/export?q=mediators&format=jsonl");
        Assert.Equal(2000, written.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Count());
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/search?q=mediators"));
        Assert.Contains($"The first 2,000 of {found:N0} passages found.", page.QuerySelector(".tools .menu")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> IdsAsync(string address) =>
        (await Client.GetStringAsync(address)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("passage_id").GetString()!);

    private async Task<JsonElement> JsonAsync(string address) => JsonDocument.Parse(await Client.GetStringAsync(address)).RootElement;
}
