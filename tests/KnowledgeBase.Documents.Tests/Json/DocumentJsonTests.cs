using System.Text.Json;
using KnowledgeBase.Documents.Json;

namespace KnowledgeBase.Documents.Tests.Json;

public class DocumentJsonTests
{
    private static readonly DocumentId Id = new("0123456789ab");

    [Fact]
    public void Writes_a_passage_with_its_pages_tags_and_boxes()
    {
        var passage = new Passage(new("00000000000000aa"), PassageRole.ListItem, "Donors should plan for years, not months.")
        {
            HeadingPath = ["Recommendations"],
            PageFirst = 3,
            PageLast = 4,
            PageLabelFirst = "19",
            PageLabelLast = "20",
            FootnoteRefs = [new("7", 12)],
            Marker = "2.",
            Boxes = [new(3, new(70.12345, 100, 290, 130.5))],
        };
        var tags = new PassageTags(
            [new("recommendation", 0.87654, TagOrigin.Model, [])], [new("funding", 0.7, TagOrigin.Rule, [])], [new("donors", 1, TagOrigin.Person, [])],
            new Dictionary<string, double> { ["recommendation"] = 0.87654, ["challenge"] = 0.04 });

        var written = Write([passage], [], new() { [passage.Id] = tags }).GetProperty("passages")[0];

        Assert.Equal("list_item", written.GetProperty("role").GetString());
        Assert.Equal("Recommendations", written.GetProperty("heading_path")[0].GetString());
        Assert.Equal(3, written.GetProperty("page_first").GetInt32());
        Assert.Equal(4, written.GetProperty("page_last").GetInt32());
        Assert.Equal("19", written.GetProperty("page_label_first").GetString());
        Assert.Equal("7", written.GetProperty("footnote_refs")[0].GetString());
        Assert.Equal("2.", written.GetProperty("marker").GetString());
        Assert.Equal("""{"tag":"recommendation","confidence":0.877,"origin":"model"}""", Compact(written.GetProperty("kinds")[0]));
        Assert.Equal("""{"tag":"funding","confidence":0.7,"origin":"rule"}""", Compact(written.GetProperty("themes")[0]));
        Assert.Equal("""{"tag":"donors","confidence":1,"origin":"person"}""", Compact(written.GetProperty("addressees")[0]));
        Assert.Equal(0.04, written.GetProperty("scores").GetProperty("challenge").GetDouble());
        Assert.Equal("""{"page":3,"left":70.123,"top":100,"right":290,"bottom":130.5}""", Compact(written.GetProperty("boxes")[0]));
    }

    [Fact]
    public void Leaves_out_what_is_not_known()
    {
        var written = Write([new(new("00000000000000aa"), PassageRole.Paragraph, "Words.")], [], []);

        Assert.False(written.TryGetProperty("title", out _));
        Assert.False(written.TryGetProperty("year", out _));
        Assert.False(written.TryGetProperty("pages", out _));
        Assert.False(written.GetProperty("passages")[0].TryGetProperty("page_first", out _));
        Assert.False(written.GetProperty("passages")[0].TryGetProperty("attribution", out _));
    }

    [Fact]
    public void Ties_a_footnote_to_the_passage_that_cites_it()
    {
        var passage = new Passage(new("00000000000000aa"), PassageRole.Paragraph, "Words.");
        var note = new Footnote(new("00000000000000bb"), "3", "See the guidance.", FootnoteType.Explanatory) { CitedBy = passage.Id, Page = 2 };

        var written = Write([passage], [note], []).GetProperty("footnotes")[0];

        Assert.Equal("3", written.GetProperty("number").GetString());
        Assert.Equal("explanatory", written.GetProperty("type").GetString());
        Assert.Equal("00000000000000aa", written.GetProperty("passage_id").GetString());
        Assert.Equal(2, written.GetProperty("page").GetInt32());
    }

    [Fact]
    public void Lists_reference_passages_members_and_problems_and_keeps_accents_readable()
    {
        var document = Document([new(new("00000000000000aa"), PassageRole.Reference, "Élysée, “Rapport”, 2001.")], []) with
        {
            Members = [new("Institut d’été", "Réseau")],
            Problems = [new("copy-restricted", "Mind the rights.", 2)],
        };

        var text = DocumentJson.Write(document, new Dictionary<PassageId, PassageTags>());

        Assert.Contains("Élysée, “Rapport”, 2001.", text, StringComparison.Ordinal);
        var written = JsonDocument.Parse(text).RootElement;
        Assert.Equal("Élysée, “Rapport”, 2001.", written.GetProperty("references")[0].GetString());
        Assert.Equal("Réseau", written.GetProperty("members")[0].GetProperty("organisation").GetString());
        Assert.Equal("copy-restricted", written.GetProperty("problems")[0].GetProperty("code").GetString());
        Assert.Equal(2, written.GetProperty("problems")[0].GetProperty("page").GetInt32());
    }

    [Fact]
    public void Tells_the_year_of_the_meeting_from_the_year_of_publication()
    {
        var document = Document([], []) with { Front = new() { Title = "T", Year = 2022, Event = new("Meeting", "Oslo", 2021) } };

        var written = JsonDocument.Parse(DocumentJson.Write(document, new Dictionary<PassageId, PassageTags>())).RootElement;

        Assert.Equal(2022, written.GetProperty("year").GetInt32());
        Assert.Equal(2021, written.GetProperty("event").GetProperty("year").GetInt32());
    }

    private static JsonElement Write(Passage[] passages, Footnote[] notes, Dictionary<PassageId, PassageTags> tags) =>
        JsonDocument.Parse(DocumentJson.Write(Document(passages, notes), tags)).RootElement;

    private static StructuredDocument Document(Passage[] passages, Footnote[] notes) =>
        new(Id, new("paper.pdf", new('a', 64), SourceFormat.Pdf, 1), null, new(), [], passages, notes, [], [], []);

    private static string Compact(JsonElement element) =>
        element.GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
