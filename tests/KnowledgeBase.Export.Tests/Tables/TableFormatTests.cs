using System.Globalization;
using System.Text.Json;
using CsvHelper;
using KnowledgeBase.Export.Tables;

namespace KnowledgeBase.Export.Tests.Tables;

public sealed class TableFormatTests
{
    [Fact]
    public void CSV_has_a_row_for_each_passage_and_no_cell_that_a_spreadsheet_would_run()
    {
        using var csv = new CsvReader(new StringReader(Samples.Text(new CsvFormat(), Samples.Compilation()).TrimStart('\ufeff')), CultureInfo.InvariantCulture);
        var rows = csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>().ToArray();
        Assert.Equal(3, rows.Length);
        Assert.Equal("One desk kept the calendar.", rows[0]["text"]);
        Assert.Equal("Good practices", rows[0]["section"]);
        Assert.Equal("7", rows[0]["page_label_first"]);
        Assert.Equal("9", rows[0]["page_first"]);
        Assert.Equal("good_practice", rows[0]["kinds"]);
        Assert.Equal("Zoë Lindqvist-Årud; Example Network", rows[0]["authors"]);
        Assert.Equal("", rows[2]["page_label_first"]);
        Assert.DoesNotContain(rows.SelectMany(row => row.Values), cell => cell is string { Length: > 0 } text && "=+-@".Contains(text[0], StringComparison.Ordinal));
    }

    [Fact]
    public void CSV_tells_spreadsheets_that_it_is_UTF_8() =>
        Assert.StartsWith("\ufeff", Samples.Text(new CsvFormat(), Samples.Compilation()), StringComparison.Ordinal);

    [Fact]
    public void JSON_lines_hold_one_passage_each_with_origin_of_tags_and_a_permanent_link()
    {
        var options = new ExportOptions { BaseAddress = new("http://127.0.0.1:5080/") };
        var lines = Samples.Text(new JsonLinesFormat(), Samples.Compilation(), options).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        using var first = JsonDocument.Parse(lines[0]);
        var id = Samples.Compilation().Passages.First().Entry.Passage.Id;
        Assert.Equal($"http://127.0.0.1:5080/passages/{id}", first.RootElement.GetProperty("link").GetString());
        Assert.Equal("person", first.RootElement.GetProperty("themes")[0].GetProperty("origin").GetString());
        Assert.Equal("7", first.RootElement.GetProperty("page_label").GetString());
        Assert.Equal("Use in chapter 2 <b>soon</b>.", first.RootElement.GetProperty("note").GetString());
        using var last = JsonDocument.Parse(lines[2]);
        Assert.False(last.RootElement.TryGetProperty("page_label", out _));
    }

    [Fact]
    public void JSON_lines_of_a_collection_begin_with_what_would_be_lost_and_others_do_not()
    {
        var collection = Samples.Compilation() with { UsedIn = "Guidance 2026", IsCollection = true };
        using var head = JsonDocument.Parse(Samples.Text(new JsonLinesFormat(), collection).Split('\n')[0]);
        Assert.Equal("{\"name\":\"Women at the table\",\"note\":\"For the March draft.\",\"used_in\":\"Guidance 2026\"}", head.RootElement.GetProperty("collection").GetRawText());
        Assert.StartsWith("{\"passage_id\"", Samples.Text(new JsonLinesFormat(), collection with { Note = null, UsedIn = null }), StringComparison.Ordinal);
        Assert.StartsWith("{\"passage_id\"", Samples.Text(new JsonLinesFormat(), Samples.Compilation()), StringComparison.Ordinal);
    }
}
