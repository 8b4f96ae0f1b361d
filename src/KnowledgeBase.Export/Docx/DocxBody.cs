using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using KnowledgeBase.Search.Citing;

namespace KnowledgeBase.Export.Docx;

/// <summary>The text of the document.</summary>
internal sealed class DocxBody(Compilation compilation, ExportOptions options, DocxNotes notes)
{
    private readonly ExportTexts texts = new(options.Language);
    private readonly CitationWriter citations = new(options.Style);

    public Body Build()
    {
        var body = new Body(
            Paragraph(DocxStyleSheet.Title, DocxRuns.Of(compilation.Title)),
            Paragraph(DocxStyleSheet.Disclaimer, DocxRuns.Of($"{texts.Disclaimer} {texts.CompiledOn(compilation.MadeAt)}.")));
        if (compilation.Note is { Length: > 0 } note)
        {
            body.Append(Paragraph(null, DocxRuns.Of(note)));
        }

        foreach (var section in compilation.Sections)
        {
            Append(body, section);
        }

        AppendSources(body);
        body.Append(A4());
        return body;
    }

    private void Append(Body body, CompiledSection section)
    {
        if (section.Heading is { } heading)
        {
            body.Append(Paragraph(DocxStyleSheet.Heading(section.Level), DocxRuns.Of(heading)));
        }

        foreach (var passage in section.Passages)
        {
            body.Append(Quotation(passage));
            if (passage.Note is { Length: > 0 } note)
            {
                body.Append(Paragraph(null, DocxRuns.Of(note)));
            }
        }
    }

    private Paragraph Quotation(CompiledPassage passage)
    {
        var words = DocxRuns.Of(PassageWords.Of(passage), language: passage.Entry.Passage.Language ?? passage.Source.Front.Language);
        if (options.Style == CitationStyle.Apa)
        {
            var place = CitationWriter.InText(passage.Source.Front, passage.Source.FileName, passage.Entry);
            return Paragraph(DocxStyleSheet.Quote, words, DocxRuns.Of($" {place}"));
        }

        return Paragraph(DocxStyleSheet.Quote, words, notes.Add(citations.CitePassage(passage.Source.Front, passage.Source.FileName, passage.Entry)));
    }

    private void AppendSources(Body body)
    {
        body.Append(Paragraph(DocxStyleSheet.Heading(1), DocxRuns.Of(texts.Sources)));
        var order = StringComparer.Create(options.Language, CompareOptions.IgnoreCase);
        foreach (var citation in compilation.Sources.Select(source => citations.CiteSource(source.Front, source.FileName)).OrderBy(c => c.Text, order))
        {
            body.Append(Paragraph(DocxStyleSheet.Bibliography, [.. citation.Runs.Select(run => DocxRuns.Of(run.Text, run.Italic))]));
        }
    }

    private static Paragraph Paragraph(string? style, params OpenXmlElement[] runs)
    {
        var paragraph = new Paragraph();
        if (style is not null)
        {
            paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        }

        paragraph.Append(runs);
        return paragraph;
    }

    // A4 with margins of 2.5 cm, in twentieths of a point.
    private static SectionProperties A4() => new(
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1417, Bottom = 1417, Left = 1417, Right = 1417, Header = 708, Footer = 708, Gutter = 0 });
}
