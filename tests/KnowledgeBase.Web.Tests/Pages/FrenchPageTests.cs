using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace KnowledgeBase.Web.Tests.Pages;

/// <summary>A reader of French meets no English but that of the documents and of the query language.</summary>
[Collection(Samples.Name)]
public sealed class FrenchPageTests(SampleStore samples) : SiteTests(samples)
{
    // What the search, the grades and the rejections say in English.
    private static readonly string[] English =
    [
        " is ", "any of", "the words", "words beginning", "left out", "without", " not ", "always", "in headings", "in the text", "or later", "or earlier", " from ", " or ",
        " and ", "Searched", "near spelling", "any order", "Did you mean", "Known are", "There is", "were found", "have no", "could not", "Choose", " on p.", "sec.", "para.",
    ];

    [Fact]
    public async Task A_search_with_every_kind_of_part_is_understood_in_French()
    {
        var page = await PageAsync(
            "/search?mode=meaning&order=year&kind=good_practice&kind=lesson&theme=trust&lang=en&year=2010..2024&q=" + Uri.EscapeDataString(
                "\"local ownership\" OR (women AND youth) mediat* confidance~ +trust the -ceasefire -kind:challenge donors NEAR/5 funding year:2012.. in:heading"));
        var said = Clean(page.QuerySelector(".understood")!);
        foreach (var words in new[]
        {
            "l’expression « local ownership »", " ou ", " et ", "mots commençant par mediat", "mots proches de confidance", "toujours trust", "dans les titres", "sans ceasefire",
            "sauf genre : difficulté", "à 5 mots au plus l’un de l’autre", "année : 2012 ou après", "année : de 2010 à 2024", "genre : bonne pratique ou leçon", "thème : confiance",
            "langue : anglais", "de préférence", "mots très courants laissés de côté : the", "Recherche par les mots : le sens ne permet que l’ordre de pertinence.",
        })
        {
            Assert.Contains(words, said, StringComparison.Ordinal);
        }

        NoEnglish(said);
    }

    [Fact]
    public async Task Related_terms_are_named_and_can_be_left_out_whatever_the_language()
    {
        var page = await PageAsync("/search?q=ceasefire");
        Assert.Contains("pour ceasefire, aussi ", Clean(page.QuerySelector(".understood")!), StringComparison.Ordinal);
        var without = Assert.Single(page.QuerySelectorAll(".tools a"), link => link.GetAttribute("href")!.Contains("expand=no", StringComparison.Ordinal));
        Assert.Equal("Mes propres mots seulement", without.TextContent);
        Assert.DoesNotContain(
            (await PageAsync("/search?q=%22x+also+y%22+OR+%22local+ownership%22")).QuerySelectorAll(".tools a"), link => link.GetAttribute("href")!.Contains("expand=no", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Suggestions_and_misread_queries_speak_French()
    {
        var nothing = await PageAsync("/search?kind=lesson&q=" + Uri.EscapeDataString("\"ownership local women\""));
        var said = Clean(nothing.QuerySelector(".search .notice")!);
        Assert.Contains("sans ", said, StringComparison.Ordinal);
        Assert.Contains("orthographe proche : mediation au lieu de mediatoin", Clean((await PageAsync("/search?q=mediatoin")).QuerySelector(".search .notice")!), StringComparison.Ordinal);
        NoEnglish(said.Replace("\"ownership local women\"", "", StringComparison.Ordinal));

        var misread = await PageAsync("/search?q=kind:chalenge", HttpStatusCode.BadRequest);
        Assert.StartsWith(
            "La requête est illisible : « chalenge » n’est pas une valeur du champ kind. Vouliez-vous dire challenge ? Valeurs connues : challenge, ",
            Clean(misread.QuerySelector(".notice.error p")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_tells_the_reasons_of_its_grade_and_what_was_met_in_French()
    {
        var file = Path.Combine(Path.GetTempPath(), $"kb-plain-{Guid.NewGuid():N}.docx");
        await File.WriteAllTextAsync(
            file, string.Join("\n\n", Enumerable.Range(1, 40).Select(i => $"Paragraph {i} tells again how the mediators went on talking. {string.Concat(Enumerable.Repeat("They listened to each other for a long time. ", 6))}")));
        await Site.IngestAsync(Store.Visibility.Network, file);
        File.Delete(file);
        var info = Site.Store.Documents.List().Single(info => info.Source.FileName == Path.GetFileName(file));
        Assert.Contains("no headings were found", info.GradeReasons);
        var page = await PageAsync($"/documents/{info.Id}");
        var said = Clean(page.QuerySelector(".grade")!);
        Assert.Contains("aucun titre n’a été trouvé", said, StringComparison.Ordinal);
        NoEnglish(said);
        Assert.Contains("Le nom du fichier annonce un autre format que son contenu", Clean(page.QuerySelector(".problems")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_heading_of_a_passage_says_its_place_in_French()
    {
        var hits = Site.Search.Search(new("role:footnote OR trust") { Limit = 200, Facets = [] }, CancellationToken.None).Answer!.Hits;
        var note = hits.First(hit => hit is { Role: "footnote", PageLabel: not null });
        Assert.Equal($"Note, n° {note.Note}, p. {note.PageLabel}", Clean((await PageAsync($"/passages/{note.PassageId}")).QuerySelector("h1")!));
        var bare = hits.First(hit => hit.PageFirst is null && hit.Role == "paragraph");
        var heading = Clean((await PageAsync($"/passages/{bare.PassageId}")).QuerySelector("h1")!);
        Assert.Matches(@"^Paragraphe, (sect\. .+, )?par\. \d+$", heading);
    }

    [Fact]
    public async Task An_error_page_says_in_French_what_does_not_fit()
    {
        var filter = Clean((await PageAsync("/search?kind=chalenge", HttpStatusCode.BadRequest)).QuerySelector("main")!);
        Assert.Contains("Filtre « kind » : « chalenge » n’est pas une valeur du champ kind. Vouliez-vous dire challenge ?", filter, StringComparison.Ordinal);
        NoEnglish(filter);
        var order = Clean((await PageAsync("/search?order=upwards", HttpStatusCode.BadRequest)).QuerySelector("main")!);
        Assert.Contains("« upwards » n’est pas une valeur de order. Valeurs connues : relevance, year, document.", order, StringComparison.Ordinal);
        NoEnglish(order);

        Site.Store.Collections.Create("Mars", null, "local");
        Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");
        using var taken = await Forms.PostAsync(Client, "/collections", "/collections", ("name", "Mars"));
        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        Assert.Contains("Une collection porte déjà ce nom.", Clean(new HtmlParser().ParseDocument(await taken.Content.ReadAsStringAsync()).QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_are_answered_in_English_whatever_they_prefer()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/search?q=trust&kind=lesson&mode=meaning&order=year");
        request.Headers.AcceptLanguage.ParseAdd("fr");
        using var response = await Client.SendAsync(request);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.StartsWith("trust; ", answer.RootElement.GetProperty("understood").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("; kind is lesson", answer.RootElement.GetProperty("understood").GetString(), StringComparison.Ordinal);
        Assert.Equal("Searched by keyword: meaning orders only by relevance.", answer.RootElement.GetProperty("notice").GetString());
        Assert.False(answer.RootElement.TryGetProperty("is_expanded", out _));
    }

    private static void NoEnglish(string said) => Assert.DoesNotContain(English, words => said.Contains(words, StringComparison.Ordinal));

    // Blanks of every kind as one.
    private static string Clean(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<IDocument> PageAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptLanguage.ParseAdd("fr");
        using var response = await Client.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }
}
