using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using KnowledgeBase.Documents;
using Font = KnowledgeBase.Documents.Font;
using Math = DocumentFormat.OpenXml.Math;

namespace KnowledgeBase.Extraction.Docx;

/// <summary>The text of one paragraph.</summary>
/// <param name="Lines">Runs per line; a hard line break begins a new line. No line is without runs but for an empty paragraph.</param>
/// <param name="Notes">Notes whose marks stand in it, in order.</param>
/// <param name="TextBoxes">Text boxes anchored in it.</param>
internal sealed record ParagraphText(
    IReadOnlyList<IReadOnlyList<TextRun>> Lines, IReadOnlyList<NoteReference> Notes, IReadOnlyList<TextBoxContent> TextBoxes)
{
    public bool IsBlank => Lines.All(l => l.All(r => string.IsNullOrWhiteSpace(r.Text)));
}

/// <summary>A footnote or endnote mark in the text.</summary>
/// <param name="Id">The note's id in its part.</param>
/// <param name="IsEndnote">Which part.</param>
/// <param name="Mark">As shown.</param>
internal sealed record NoteReference(long Id, bool IsEndnote, string Mark);

/// <summary>
/// Reads the runs of paragraphs: tracked insertions accepted and deletions left out, hidden text and field codes left out, fields
/// by their result, note references as raised marks.
/// </summary>
internal sealed class DocxRuns(DocxStyles styles, DocxNoteNumbers noteNumbers)
{
    /// <summary>Open fields, the innermost last; true while inside the code rather than the result. A field may span paragraphs.</summary>
    private readonly Stack<bool> _fieldsInCode = new();

    private readonly List<List<TextRun>> _lines = [];
    private readonly List<NoteReference> _notes = [];
    private readonly List<TextBoxContent> _boxes = [];
    private DocxStyle _paragraphStyle = DocxStyle.None;
    private TextRun? _lastMark;

    public ParagraphText Read(Paragraph paragraph, DocxStyle style)
    {
        _lines.Clear();
        _notes.Clear();
        _boxes.Clear();
        _lines.Add([]);
        _paragraphStyle = style;
        Walk(paragraph);
        return new([.. _lines.Where((l, i) => l.Count > 0 || i == 0)], [.. _notes], [.. _boxes]);
    }

    private void Walk(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Run run:
                    ReadRun(run);
                    break;
                case DeletedRun or MoveFromRun or ParagraphProperties:
                    break;
                case Math.OfficeMath or Math.Paragraph:
                    Add(string.Concat(child.Descendants<Math.Text>().Select(t => t.Text)), FontOf(null), raised: false);
                    break;
                case AlternateContent alternate:
                    WalkChoice(alternate, Walk);
                    break;
                case Ruby ruby:
                    Walk(ruby.GetFirstChild<RubyBase>() ?? (OpenXmlElement)ruby);
                    break;
                case { HasChildren: true }:
                    Walk(child);
                    break;
            }
        }
    }

    private void ReadRun(Run run)
    {
        var properties = run.RunProperties;
        var runStyle = styles.OfRun(properties?.RunStyle?.Val?.Value);
        var hidden = DocxStyles.Toggle(properties?.Vanish) ?? runStyle.Hidden ?? _paragraphStyle.Hidden ?? false;
        var font = FontOf(properties, runStyle);
        var raised = DocxStyles.IsRaised(properties?.VerticalTextAlignment) ?? runStyle.Raised ?? false;
        ReadRunContent(run, font, raised, hidden);
    }

    private void ReadRunContent(OpenXmlElement run, Font font, bool raised, bool hidden)
    {
        NoteReference? customMark = null;
        foreach (var child in run.ChildElements)
        {
            if (child is FieldChar field)
            {
                StepField(field);
                continue;
            }

            if (hidden || _fieldsInCode.Contains(true))
            {
                continue;
            }

            switch (child)
            {
                case Text text when customMark is not null:
                    Add(text.Text, font, raised: true);
                    _notes.Add(customMark with { Mark = text.Text.Trim() });
                    customMark = null;
                    break;
                case Text text:
                    Add(text.Text, font, raised);
                    break;
                case TabChar or PositionalTab:
                    Add(" ", font, raised: false);
                    break;
                case Break { Type: { } type } when type.Value != BreakValues.TextWrapping:
                    Add(" ", font, raised: false);
                    break;
                case Break or CarriageReturn:
                    _lines.Add([]);
                    break;
                case NoBreakHyphen:
                    Add("-", font, raised);
                    break;
                case SymbolChar symbol:
                    Add(Symbol(symbol), font, raised);
                    break;
                case FootnoteReference note:
                    customMark = AddNote(note.Id?.Value, false, note.CustomMarkFollows?.Value ?? false, font);
                    break;
                case EndnoteReference note:
                    customMark = AddNote(note.Id?.Value, true, note.CustomMarkFollows?.Value ?? false, font);
                    break;
                case AlternateContent alternate:
                    WalkChoice(alternate, e => ReadRunContent(e, font, raised, hidden));
                    break;
                case Ruby:
                    Walk(run);
                    return;
                case { HasChildren: true }:
                    _boxes.AddRange(OutermostBoxes(child));
                    break;
            }
        }
    }

    private NoteReference? AddNote(long? id, bool endnote, bool customMarkFollows, Font font)
    {
        if (id is null)
        {
            return null;
        }

        if (customMarkFollows)
        {
            return new(id.Value, endnote, "");
        }

        var mark = noteNumbers.Next(endnote);
        _lastMark = new(mark, default, font, Raised: true);
        _lines[^1].Add(_lastMark);
        _notes.Add(new(id.Value, endnote, mark));
        return null;
    }

    private void StepField(FieldChar field)
    {
        var type = field.FieldCharType?.Value;
        if (type == FieldCharValues.Begin)
        {
            _fieldsInCode.Push(true);
        }
        else if (type == FieldCharValues.Separate && _fieldsInCode.TryPop(out _))
        {
            _fieldsInCode.Push(false);
        }
        else if (type == FieldCharValues.End)
        {
            _fieldsInCode.TryPop(out _);
        }
    }

    private void Add(string text, Font font, bool raised)
    {
        text = text.Replace("\u00AD", "", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ');
        if (text.Length == 0)
        {
            return;
        }

        var line = _lines[^1];
        // Word cuts runs at will, but two notes' marks side by side stay two.
        var mark = line.Count > 0 && ReferenceEquals(_lastMark, line[^1]);
        if (line.Count > 0 && line[^1].Raised == raised && line[^1].Font == font && !mark)
        {
            line[^1] = line[^1] with { Text = line[^1].Text + text };
        }
        else
        {
            line.Add(new(text, default, font, raised));
        }
    }

    private Font FontOf(RunProperties? run, DocxStyle? runStyle = null) => new(
        run?.RunFonts?.Ascii?.Value ?? runStyle?.FontName ?? _paragraphStyle.FontName ?? styles.DefaultFontName,
        DocxStyles.HalfPoints(run?.FontSize?.Val?.Value) ?? runStyle?.SizePoints ?? _paragraphStyle.SizePoints ?? styles.DefaultSizePoints,
        DocxStyles.Toggle(run?.Bold) ?? runStyle?.Bold ?? _paragraphStyle.Bold ?? false,
        DocxStyles.Toggle(run?.Italic) ?? runStyle?.Italic ?? _paragraphStyle.Italic ?? false,
        DocxStyles.ColorOf(run?.Color?.Val?.Value) ?? runStyle?.Color ?? _paragraphStyle.Color);

    /// <summary>Symbol fonts sit in the private use area; there a character is a picture, mostly a bullet or arrow.</summary>
    private static string Symbol(SymbolChar symbol)
    {
        if (symbol.Char?.Value is not { } hex || !int.TryParse(hex, System.Globalization.NumberStyles.HexNumber, null, out var code))
        {
            return "";
        }

        return code is >= 0xF000 and <= 0xF0FF ? "•" : new StringBuilder().Append((char)code).ToString();
    }

    private static void WalkChoice(AlternateContent alternate, Action<OpenXmlElement> walk)
    {
        var chosen = alternate.GetFirstChild<AlternateContentChoice>() ?? (OpenXmlElement?)alternate.GetFirstChild<AlternateContentFallback>();
        if (chosen is not null)
        {
            walk(chosen);
        }
    }

    /// <summary>Text boxes in a drawing; the older form of the same box, kept for old programs, is left out.</summary>
    private static IEnumerable<TextBoxContent> OutermostBoxes(OpenXmlElement element)
    {
        foreach (var child in element.ChildElements)
        {
            switch (child)
            {
                case TextBoxContent box:
                    yield return box;
                    break;
                case AlternateContentFallback:
                    break;
                case { HasChildren: true }:
                    foreach (var box in OutermostBoxes(child))
                    {
                        yield return box;
                    }

                    break;
            }
        }
    }
}

/// <summary>Hands out the numbers of footnotes and endnotes in order of their marks.</summary>
internal sealed class DocxNoteNumbers(NumberFormatValues footnoteFormat, NumberFormatValues endnoteFormat, int footnoteStart, int endnoteStart)
{
    private int _footnotes = footnoteStart;
    private int _endnotes = endnoteStart;

    public string Next(bool endnote) =>
        endnote ? NumberWriter.Write(_endnotes++, endnoteFormat) : NumberWriter.Write(_footnotes++, footnoteFormat);
}
