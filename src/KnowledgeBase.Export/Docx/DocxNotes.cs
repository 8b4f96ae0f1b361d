using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using KnowledgeBase.Search.Citing;

namespace KnowledgeBase.Export.Docx;

/// <summary>The footnotes of one document, numbered from 1 in the order they are added.</summary>
internal sealed class DocxNotes
{
    // ISO 29500-1, 17.11: every document with footnotes has these two, named in its settings.
    private const long Separator = -1;
    private const long ContinuationSeparator = 0;
    private long last = ContinuationSeparator;

    public Footnotes Part { get; } = new(
        Line(Separator, FootnoteEndnoteValues.Separator, new SeparatorMark()),
        Line(ContinuationSeparator, FootnoteEndnoteValues.ContinuationSeparator, new ContinuationSeparatorMark()));

    public FootnoteDocumentWideProperties Setting { get; } = new(
        new FootnoteSpecialReference { Id = Separator }, new FootnoteSpecialReference { Id = ContinuationSeparator });

    /// <summary>Adds a footnote.</summary>
    /// <returns>The run with its mark, to be put into the text.</returns>
    public Run Add(Citation citation)
    {
        last++;
        var paragraph = new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = DocxStyleSheet.FootnoteText }),
            new Run(new RunProperties(new RunStyle { Val = DocxStyleSheet.FootnoteReference }), new FootnoteReferenceMark()),
            DocxRuns.Of(" "));
        paragraph.Append(citation.Runs.Select(run => DocxRuns.Of(run.Text, run.Italic)));
        Part.Append(new Footnote(paragraph) { Id = last });
        return new Run(new RunProperties(new RunStyle { Val = DocxStyleSheet.FootnoteReference }), new FootnoteReference { Id = last });
    }

    private static Footnote Line(long id, FootnoteEndnoteValues type, OpenXmlElement mark) => new(new Paragraph(
        new ParagraphProperties(new SpacingBetweenLines { After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }), new Run(mark)))
    {
        Id = id,
        Type = type,
    };
}
