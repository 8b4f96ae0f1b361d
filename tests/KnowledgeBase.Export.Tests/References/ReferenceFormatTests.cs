using System.Text.Json;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;
using KnowledgeBase.Export.References;

namespace KnowledgeBase.Export.Tests.References;

public sealed partial class ReferenceFormatTests
{
    [Fact]
    public void BibTeX_parses_and_keeps_accents_bodies_and_special_characters()
    {
        var entries = BibTexReader.Read(Samples.Text(new BibTexFormat(), Samples.Compilation()));
        Assert.Equal(2, entries.Count);
        var (type, key, fields) = entries[0];
        Assert.Equal("techreport", type);
        Assert.Equal("lindqvist-arud-2016", key);
        Assert.Equal("Lindqvist-Årud, Zoë and {Example Network}", fields["author"]);
        Assert.Equal(@"{Règles \& Limits: 100\% of the \textbraceleft{}Table\textbraceright{}: Notes from Åland}", fields["title"]);
        Assert.Equal("2016", fields["year"]);
        Assert.Equal("Example Institute", fields["institution"]);
        Assert.Equal("p. 7: “One desk kept the calendar.” p. 8: “Ask first, then listen.”", fields["annote"]);
        Assert.Equal(@"{=scan\_1.pdf}", entries[1].Fields["title"]);
        Assert.DoesNotContain("year", entries[1].Fields.Keys);
    }

    [Fact]
    public void BibTeX_gives_addresses_as_they_are_but_for_what_would_end_the_field()
    {
        var fields = BibTexReader.Read(Samples.Text(new BibTexFormat(), Samples.Of(Samples.Passage(Samples.Addressed, "a", 1, "1"))))[0].Fields;
        Assert.Equal("https://example.org/a_b~c?x=%7B1%7D&y=50%25#p_%5C2", fields["url"]);
        Assert.Equal("10.1000/a_b#c%7Bd", fields["doi"]);
    }

    [Fact]
    public void BibTeX_keys_of_one_author_and_year_differ()
    {
        var second = Samples.Report with { Id = new("aaaaaaaaaaaa") };
        var entries = BibTexReader.Read(Samples.Text(
            new BibTexFormat(), Samples.Of(Samples.Passage(Samples.Report, "a", 1, "1"), Samples.Passage(second, "b", 1, "1"))));
        Assert.Equal(["lindqvist-arud-2016", "lindqvist-arud-2016-2"], entries.Select(e => e.Key));
    }

    [Fact]
    public void RIS_parses_line_by_line_with_one_entry_for_each_source()
    {
        var text = Samples.Text(new RisFormat(), Samples.Compilation());
        var entries = text.Split("\r\n\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => entry.Split("\r\n").Select(line => RisLine().Match(line)).ToArray()).ToArray();
        Assert.Equal(2, entries.Length);
        Assert.All(entries.SelectMany(e => e), line => Assert.True(line.Success));
        Assert.All(entries, e => Assert.Equal(("TY", "ER"), (e[0].Groups[1].Value, e[^1].Groups[1].Value)));
        string[] Values(int entry, string tag) => [.. entries[entry].Where(l => l.Groups[1].Value == tag).Select(l => l.Groups[2].Value)];
        Assert.Equal(["Lindqvist-Årud, Zoë", "Example Network,"], Values(0, "AU"));
        Assert.Equal(["Règles & Limits: 100% of the {Table}: Notes from Åland"], Values(0, "TI"));
        Assert.Equal(["2016"], Values(0, "PY"));
        Assert.Equal(["p. 7: “One desk kept the calendar.”", "p. 8: “Ask first, then listen.”"], Values(0, "N1"));
        Assert.Equal(["=scan_1.pdf"], Values(1, "TI"));
    }

    [Fact]
    public void RIS_stays_whole_when_a_title_holds_line_breaks()
    {
        var odd = new CompiledSource(new("0123456789ab"), new FrontMatter { Title = "One\r\nER  - \r\nTY  - BOOK" }, "f");
        var text = Samples.Text(new RisFormat(), Samples.Of(Samples.Passage(odd, "x", 1, "1")));
        Assert.Single(text.Split("\r\n"), line => line.StartsWith("TY", StringComparison.Ordinal));
        Assert.Single(text.Split("\r\n"), line => line.StartsWith("ER", StringComparison.Ordinal));
    }

    [Fact]
    public void CSL_items_name_people_in_parts_and_bodies_whole()
    {
        using var json = JsonDocument.Parse(Samples.Text(new CslJsonFormat(), Samples.Compilation()));
        var item = json.RootElement[0];
        Assert.Equal("report", item.GetProperty("type").GetString());
        Assert.Equal("Zoë", item.GetProperty("author")[0].GetProperty("given").GetString());
        Assert.Equal("Example Network", item.GetProperty("author")[1].GetProperty("literal").GetString());
        Assert.Equal(2016, item.GetProperty("issued").GetProperty("date-parts")[0][0].GetInt32());
        Assert.Equal("Discussion Points", item.GetProperty("collection-title").GetString());
        Assert.False(json.RootElement[1].TryGetProperty("issued", out _));
    }

    // Two capitals or a capital and a digit, two blanks, a hyphen, a blank: the RIS format's line.
    [GeneratedRegex(@"^([A-Z][A-Z0-9])  - (.*)$")]
    private static partial Regex RisLine();
}
