using System.Text.Json;
using KnowledgeBase.Acceptance.Tests.Running;

namespace KnowledgeBase.Acceptance.Tests;

/// <summary>People decide on tags through the real program, and their word stays.</summary>
public sealed class ReviewTests : IDisposable
{
    private const string Obstacle = "Rivalry between envoys remains a serious obstacle to progress in the talks.";
    private const string Advice = "Donors should fund longer project cycles, since short contracts break up teams that know the parties well by then.";

    private readonly KbProgram kb = new();

    [Fact]
    public async Task A_decision_outranks_the_model_and_both_are_kept()
    {
        await IngestNoteAsync();
        var passage = await PassageAsync(Advice);
        Assert.Equal([("recommendation", "model")], Tags(passage, "kinds"));
        Assert.Equal([("donors", "model")], Tags(passage, "addressees"));

        var id = passage.GetProperty("id").GetString()!;
        await kb.DoAsync("review", id, "--reject", "recommendation", "--add", "lesson", "--person", "Ada", "--why", "told as experience");

        var decided = await PassageAsync(Advice);
        Assert.Equal([("lesson", "person")], Tags(decided, "kinds"));
        Assert.Empty(Tags(decided, "addressees"));
        Assert.True(decided.GetProperty("scores").GetProperty("recommendation").GetDouble() > 0.5, "what the model holds is kept");
        var list = (await kb.DoAsync("review", "--list", "--json")).Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["reject", "add"], list.Select(review => review.GetProperty("decision").GetString()));
        Assert.All(list, review => Assert.Equal(("Ada", "told as experience"), (review.GetProperty("person").GetString(), review.GetProperty("why").GetString())));
    }

    [Fact]
    public async Task Confirming_makes_the_tag_a_persons_own()
    {
        await IngestNoteAsync();

        await kb.DoAsync("review", await IdAsync(Obstacle), "--confirm", "challenge", "--person", "Ada");

        Assert.Equal([("challenge", "person")], Tags(await PassageAsync(Obstacle), "kinds"));
    }

    [Fact]
    public async Task A_role_can_be_mended_and_the_mending_taken_back()
    {
        await IngestNoteAsync();
        await kb.DoAsync("review", await IdAsync(Obstacle), "--role", "quote", "--person", "Ada");
        Assert.Equal("quote", (await PassageAsync(Obstacle)).GetProperty("role").GetString());

        await kb.DoAsync("review", "--undo", "1", "--person", "Ben");

        Assert.Equal("paragraph", (await PassageAsync(Obstacle)).GetProperty("role").GetString());
        Assert.Equal(1, (await kb.RunAsync("review", "--undo", "1", "--person", "Ben")).ExitCode);
    }

    [Fact]
    public async Task Undoing_brings_the_models_tag_back_and_says_who_did_it()
    {
        await IngestNoteAsync();
        await kb.DoAsync("review", await IdAsync(Advice), "--reject", "recommendation", "--person", "Ada");

        await kb.DoAsync("review", "--undo", "1", "--person", "Ben");

        Assert.Equal([("recommendation", "model")], Tags(await PassageAsync(Advice), "kinds"));
        Assert.Equal("Ben", JsonDocument.Parse((await kb.DoAsync("review", "--list", "--json")).Out).RootElement.GetProperty("undone_by").GetString());
    }

    [Theory]
    [InlineData("challenges", "Ada", "no kind")]
    [InlineData("challenge", "", "name of the person")]
    public async Task A_decision_without_a_known_tag_or_a_person_is_refused(string label, string person, string says)
    {
        await IngestNoteAsync();

        var result = await kb.RunAsync("review", await IdAsync(Obstacle), "--add", label, "--person", person);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(says, result.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Next_offers_undecided_passages_only_and_counts_as_asked()
    {
        await kb.DoAsync("ingest", Repository.PaperFiles[0]);
        var first = JsonDocument.Parse((await kb.DoAsync("review", "--next", "--count", "3", "--json")).Out).RootElement.GetProperty("suggestions").EnumerateArray().ToList();
        Assert.Equal(3, first.Count);
        Assert.Equal(3, first.Select(suggestion => suggestion.GetProperty("passage").GetString()).Distinct().Count());
        var decided = first[0].GetProperty("passage").GetString()!;

        await kb.DoAsync("review", decided, "--reject", first[0].GetProperty("label").GetString()!, "--person", "Ada");

        var second = JsonDocument.Parse((await kb.DoAsync("review", "--next", "--count", "200", "--json")).Out).RootElement.GetProperty("suggestions").EnumerateArray();
        Assert.DoesNotContain(decided, second.Select(suggestion => suggestion.GetProperty("passage").GetString()));
    }

    [Fact]
    public async Task Two_peoples_agreement_is_Cohens_kappa()
    {
        kb.Write("four.md", "# Four\n\n## Part\n\n" + string.Join("\n\n", Enumerable.Range(0, 4).Select(i => $"The {Words[i]} of the valley met the envoys in spring.")) + "\n");
        await kb.DoAsync("ingest", "four.md");
        var ids = JsonDocument.Parse((await kb.DoAsync("show", "four.md", "--json")).Out).RootElement.GetProperty("passages").EnumerateArray().Select(passage => passage.GetProperty("id").GetString()!).ToList();

        // Ada: yes yes no no; Ben: yes no no no. They agree on 3 of 4; by chance (1/2*1/4)+(1/2*3/4) = 1/2; kappa (3/4-1/2)/(1/2) = 1/2.
        foreach (var (person, votes) in new[] { ("Ada", "yynn"), ("Ben", "ynnn") })
        {
            for (var i = 0; i < 4; i++)
            {
                await kb.DoAsync("review", ids[i], votes[i] == 'y' ? "--add" : "--reject", "lesson", "--person", person);
            }
        }

        var tag = JsonDocument.Parse((await kb.DoAsync("review", "--agreement", "Ada", "Ben", "--json")).Out).RootElement.GetProperty("tags")[0];
        Assert.Equal(("lesson", 4, 3, 0.5), (tag.GetProperty("label").GetString(), tag.GetProperty("both").GetInt32(), tag.GetProperty("agreed").GetInt32(), tag.GetProperty("kappa").GetDouble()));
        Assert.Equal(1, (await kb.RunAsync("review", "--agreement", "Ada", "Cleo")).ExitCode);
    }

    [Fact]
    public async Task A_correction_survives_reading_again_a_new_version_and_a_backup()
    {
        await IngestNoteAsync();
        await kb.DoAsync("review", await IdAsync(Advice), "--reject", "recommendation", "--person", "Ada");
        await kb.DoAsync("ingest", "note.md", "--again");
        Assert.Empty(Tags(await PassageAsync(Advice), "kinds"));

        var reworded = Advice.Replace("longer project cycles", "longer cycles of projects", StringComparison.Ordinal);
        kb.Write("note.md", Note.Replace(Advice, reworded, StringComparison.Ordinal));
        await kb.DoAsync("ingest", "note.md");
        Assert.Empty(Tags(await PassageAsync(reworded), "kinds"));

        await kb.DoAsync("backup", "all.zip");
        await kb.DoAsync("restore", "all.zip", "--data", "elsewhere");
        Assert.Empty(Tags(await PassageAsync(reworded, "--data", "elsewhere"), "kinds"));
        Assert.Single((await kb.DoAsync("review", "--list", "--data", "elsewhere")).Lines);
    }

    [Fact]
    public async Task Each_tag_says_why_in_print_and_in_JSON()
    {
        await IngestNoteAsync();

        var printed = (await kb.DoAsync("show", "note.md", "--why")).Out;
        var passage = Find(JsonDocument.Parse((await kb.DoAsync("show", "note.md", "--why", "--json")).Out).RootElement, Obstacle);

        Assert.Matches(@"challenge: .*obstacle \(words \+\d\.\d\d\)", printed);
        var evidence = passage.GetProperty("kinds")[0].GetProperty("evidence").EnumerateArray().ToList();
        Assert.Contains(evidence, item => item.GetProperty("text").GetString() == "obstacle" && item.GetProperty("source").GetString() == "words" && item.GetProperty("weight").GetDouble() > 0);
        Assert.False(Find(JsonDocument.Parse((await kb.DoAsync("show", "note.md", "--json")).Out).RootElement, Obstacle).GetProperty("kinds")[0].TryGetProperty("evidence", out _));
    }

    public void Dispose() => kb.Dispose();

    private static readonly string[] Words = ["farmers", "traders", "teachers", "elders"];

    private static readonly string Note = $"# A note on trust\n\n## Findings\n\n{Obstacle}\n\n{Advice}\n";

    private Task<KbResult> IngestNoteAsync()
    {
        kb.Write("note.md", Note);
        return kb.DoAsync("ingest", "note.md");
    }

    private async Task<string> IdAsync(string text) => (await PassageAsync(text)).GetProperty("id").GetString()!;

    private async Task<JsonElement> PassageAsync(string text, params string[] more) =>
        Find(JsonDocument.Parse((await kb.DoAsync(["show", "note.md", "--json", .. more])).Out).RootElement, text);

    private static JsonElement Find(JsonElement document, string text) =>
        document.GetProperty("passages").EnumerateArray().Single(passage => passage.GetProperty("text").GetString() == text);

    private static IEnumerable<(string?, string?)> Tags(JsonElement passage, string field) =>
        passage.GetProperty(field).EnumerateArray().Select(tag => (tag.GetProperty("tag").GetString(), tag.GetProperty("origin").GetString()));
}
