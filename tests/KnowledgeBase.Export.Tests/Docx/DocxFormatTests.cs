using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using FsCheck;
using FsCheck.Fluent;
using KnowledgeBase.Documents;
using KnowledgeBase.Export.Docx;
using KnowledgeBase.Search.Citing;
using Footnote = DocumentFormat.OpenXml.Wordprocessing.Footnote;

namespace KnowledgeBase.Export.Tests.Docx;

public sealed class DocxFormatTests
{
    [Theory]
    [InlineData(CitationStyle.Chicago)]
    [InlineData(CitationStyle.Apa)]
    public void Is_a_valid_Word_document(CitationStyle style)
    {
        using var package = Open(Samples.Compilation(), new ExportOptions { Style = style });
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void Gives_each_passage_a_real_footnote_with_the_full_citation_and_the_printed_page()
    {
        using var package = Open(Samples.Compilation());
        var main = package.MainDocumentPart!;
        var marks = main.Document.Descendants<FootnoteReference>().Select(mark => mark.Id!.Value).ToArray();
        Assert.Equal([1L, 2L, 3L], marks);
        var notes = main.FootnotesPart!.Footnotes.Elements<Footnote>().ToDictionary(note => note.Id!.Value, note => note.InnerText.Trim());
        Assert.Equal(
            "Zoë Lindqvist-Årud and Example Network, Règles & Limits: 100% of the {Table}: Notes from Åland, Discussion Points, no. 8 (Geneva: Example Institute, 2016), p. 7.",
            notes[1]);
        Assert.StartsWith("A mediator, quoted in Zoë", notes[2], StringComparison.Ordinal);
        Assert.EndsWith("p. 8.", notes[2], StringComparison.Ordinal);
        Assert.Equal("untitled document (=scan_1.pdf) (n.d.), PDF p. 3.", notes[3]);
    }

    [Fact]
    public void Sets_headings_quotations_notes_and_sources_in_Words_own_styles()
    {
        using var package = Open(Samples.Compilation());
        var lines = package.MainDocumentPart!.Document.Body!.Elements<Paragraph>()
            .Select(p => $"{p.ParagraphProperties?.ParagraphStyleId?.Val?.Value}|{p.InnerText}").ToArray();
        Assert.Equal("Title|Women at the table", lines[0]);
        Assert.StartsWith("Disclaimer|Each passage is the view of its author", lines[1], StringComparison.Ordinal);
        Assert.Equal("|For the March draft.", lines[2]);
        Assert.Equal("Heading1|Good practices", lines[3]);
        Assert.Equal("Quote|One desk kept the calendar.", lines[4]);
        Assert.Equal("|Use in chapter 2 <b>soon</b>.", lines[5]);
        Assert.Equal("Heading1|Défis", lines[7]);
        Assert.Equal("Heading1|Sources", lines[9]);
        Assert.StartsWith("Bibliography|Lindqvist-Årud, Zoë, and Example Network. Règles", lines[10], StringComparison.Ordinal);
        Assert.Equal(12, lines.Length);
    }

    [Fact]
    public void Puts_the_citation_into_the_text_in_APA()
    {
        using var package = Open(Samples.Compilation(), new ExportOptions { Style = CitationStyle.Apa });
        Assert.Empty(package.MainDocumentPart!.Document.Descendants<FootnoteReference>());
        Assert.Contains("One desk kept the calendar. (Lindqvist-Årud & Example Network, 2016, p. 7)", package.MainDocumentPart.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_the_quoted_speaker_in_APA_too()
    {
        using var package = Open(Samples.Compilation(), new ExportOptions { Style = CitationStyle.Apa });
        Assert.Contains(
            "Ask first, then listen. (A mediator, as quoted in Lindqvist-Årud & Example Network, 2016, p. 8)",
            package.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Speaks_French_when_asked()
    {
        using var package = Open(Samples.Compilation(), new ExportOptions { Language = CultureInfo.GetCultureInfo("fr") });
        Assert.Contains("Établi le 9 mars 2026.", package.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_the_language_of_a_passage_for_the_spelling_check()
    {
        using var package = Open(Samples.Compilation());
        var run = package.MainDocumentPart!.Document.Descendants<Run>().First(r => r.InnerText.StartsWith("=HYPERLINK", StringComparison.Ordinal));
        Assert.Equal("fr", run.RunProperties!.Languages!.Val!.Value);
    }

    [Fact]
    public void Keeps_the_printed_number_of_an_item_among_its_neighbours_but_no_bullet()
    {
        using var package = Open(Samples.Of(
            Samples.Passage(Samples.Report, "Agree on a lead.", 1, "1", PassageRole.ListItem, marker: "3.") with { IsInPlace = true },
            Samples.Passage(Samples.Report, "Fund what lasts.", 1, "1", PassageRole.ListItem, marker: "6."),
            Samples.Passage(Samples.Report, "Share the calendar.", 1, "1", PassageRole.ListItem, marker: "•") with { IsInPlace = true }));
        var quotes = package.MainDocumentPart!.Document.Body!.Elements<Paragraph>()
            .Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Quote").Select(p => p.InnerText);
        Assert.Equal(["3. Agree on a lead.", "Fund what lasts.", "Share the calendar."], quotes);
    }

    [Fact]
    public void Stays_valid_whatever_a_document_says() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        var odd = new CompiledSource(new("0123456789ab"), new FrontMatter { Title = text, Authors = [text ?? ""], Series = text, Number = text }, "f.pdf");
        using var package = Open(Samples.Of(Samples.Passage(odd, text ?? "", 1, text) with { Note = text }));
        return !new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Any();
    }).QuickCheckThrowOnFailure();

    private static WordprocessingDocument Open(Compilation compilation, ExportOptions? options = null)
    {
        var stream = new MemoryStream();
        new DocxFormat().Write(compilation, options ?? new(), stream);
        stream.Position = 0;
        return WordprocessingDocument.Open(stream, false);
    }
}
