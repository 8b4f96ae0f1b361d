using KnowledgeBase.Documents;
using KnowledgeBase.Store;

namespace KnowledgeBase.Export.Tests;

/// <summary>A small compilation with what is hard to write: accents, markup characters, a footnote, a quote, a source without a title.</summary>
internal static class Samples
{
    public static readonly CompiledSource Report = new(
        new("0123456789ab"),
        new FrontMatter
        {
            Title = "Règles & Limits: 100% of the {Table}",
            Subtitle = "Notes from Åland",
            Authors = ["Zoë Lindqvist-Årud", "Example Network"],
            Series = "Discussion Points",
            Number = "8",
            Year = 2016,
            Publisher = "Example Institute",
            Place = "Geneva",
            Language = "en",
        },
        "rules.pdf");

    public static readonly CompiledSource Untitled = new(new("ba9876543210"), new FrontMatter { Language = "fr" }, "=scan_1.pdf");

    /// <summary>A report with an address and a DOI that hold what BibTeX reads as its own.</summary>
    public static readonly CompiledSource Addressed = new(
        new("aaaaaaaaaaaa"),
        new FrontMatter { Title = "Addresses", Year = 2020, Url = @"https://example.org/a_b~c?x={1}&y=50%25#p_\2", Doi = "10.1000/a_b#c{d" },
        "addresses.pdf");

    public static readonly DateTimeOffset MadeAt = new(2026, 3, 9, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Three passages under two headings, of two sources.</summary>
    public static Compilation Compilation() => new(
        "Women at the table",
        [
            new("Good practices", [
                Passage(Report, "One desk kept the calendar.", page: 9, label: "7") with { Note = "Use in chapter 2 <b>soon</b>." },
                Passage(Report, "Ask first, then listen.", page: 10, label: "8", role: PassageRole.Quote, speaker: "A mediator")]),
            new("Défis", [Passage(Untitled, "=HYPERLINK(\"x\") <script>alert(1)</script> *#1* [a](b)\u0001 \ud800.", page: 3, label: null)]),
        ],
        MadeAt)
    {
        Note = "For the March draft.",
    };

    public static Compilation Of(params CompiledPassage[] passages) => new("T", [new(null, passages)], MadeAt);

    public static CompiledPassage Passage(
        CompiledSource source, string text, int page, string? label, PassageRole role = PassageRole.Paragraph, string? speaker = null, string? marker = null)
    {
        var passage = new Passage(PassageId.Compute(source.Id, FormattableString.Invariant($"{page} {text.Length}"), 0), role, text)
        {
            PageFirst = page,
            PageLast = page,
            PageLabelFirst = label,
            PageLabelLast = label,
            Attribution = speaker,
            Marker = marker,
            HeadingPath = ["Findings"],
        };
        var tags = new PassageTags([new("good_practice", 0.75, TagOrigin.Rule, [])], [new("inclusion", 1, TagOrigin.Person, [])], [], new Dictionary<string, double>());
        return new(new(1, source.Id, 0, passage), source, tags);
    }

    public static string Text(IExportFormat format, Compilation compilation, ExportOptions? options = null)
    {
        using var stream = new MemoryStream();
        format.Write(compilation, options ?? new(), stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
