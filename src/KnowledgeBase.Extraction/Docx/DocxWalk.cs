using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using KnowledgeBase.Documents;
using Font = KnowledgeBase.Documents.Font;

namespace KnowledgeBase.Extraction.Docx;

/// <summary>Walks the body in reading order and writes its lines.</summary>
internal sealed class DocxWalk(
    DocxStyles styles, DocxNumbering numbering, DocxNoteNumbers noteNumbers,
    Dictionary<long, OpenXmlElement> footnotes, Dictionary<long, OpenXmlElement> endnotes, CancellationToken cancellationToken)
{
    /// <summary>A longer paragraph with an outline level is text that someone marked for the outline, not a heading.</summary>
    private const int LongestHeadingCharacters = 300;

    /// <summary>A cell with more words than this on average holds running text laid out in columns, not data.</summary>
    private const int WordsOfLayoutCell = 60;

    private const int DeepestNesting = 200;

    private readonly DocxRuns _runs = new(styles, noteNumbers);
    private readonly List<Line> _lines = [];
    private readonly List<NoteReference> _pendingNotes = [];
    private readonly HashSet<(bool, long)> _writtenNotes = [];
    private IReadOnlyList<TextRun> _carried = [];
    private int _block;
    private int _depth;
    private bool _inContents;

    public IReadOnlyList<Line> Read(Body body)
    {
        Walk(body);
        return _lines;
    }

    private void Walk(OpenXmlElement parent)
    {
        if (++_depth > DeepestNesting)
        {
            throw new InvalidDataException("The document nests its parts too deeply.");
        }

        foreach (var child in parent.ChildElements)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (child)
            {
                case Paragraph paragraph:
                    ReadParagraph(paragraph);
                    break;
                case Table table:
                    ReadTable(table);
                    break;
                case SdtBlock block:
                    ReadContentControl(block);
                    break;
                case AlternateContent alternate:
                    Walk(alternate.GetFirstChild<AlternateContentChoice>() ?? (OpenXmlElement)alternate);
                    break;
                case DeletedRun or MoveFromRun or SectionProperties:
                    break;
                case { HasChildren: true }:
                    Walk(child);
                    break;
            }
        }

        _depth--;
    }

    private void ReadContentControl(SdtBlock block)
    {
        var gallery = block.SdtProperties?.Descendants<DocPartGallery>().FirstOrDefault()?.Val?.Value ?? "";
        var outer = _inContents;
        _inContents |= gallery.Contains("Contents", StringComparison.OrdinalIgnoreCase);
        if (block.SdtContentBlock is { } content)
        {
            Walk(content);
        }

        _inContents = outer;
    }

    private void ReadParagraph(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties;
        var style = styles.OfParagraph(properties?.ParagraphStyleId?.Val?.Value);
        var text = _runs.Read(paragraph, style);
        var label = LabelOf(properties, style, text);
        var lines = WithCarried(text.Lines);
        if (RunsIntoNext(paragraph, text))
        {
            _carried = lines[^1];
            return;
        }

        _carried = [];
        if (!lines.All(l => l.All(r => string.IsNullOrWhiteSpace(r.Text))))
        {
            Write(lines, DeclaredOf(properties, style, label, lines));
        }

        foreach (var box in text.TextBoxes)
        {
            Walk(box);
        }

        _pendingNotes.AddRange(text.Notes);
        WriteNotes();
    }

    /// <summary>A drop cap is a frame with the first letter, and a deleted paragraph mark joins its paragraph to the next.</summary>
    private static bool RunsIntoNext(Paragraph paragraph, ParagraphText text)
    {
        var properties = paragraph.ParagraphProperties;
        var dropCap = properties?.FrameProperties?.DropCap is { } cap && cap.Value != DropCapLocationValues.None;
        var markDeleted = properties?.ParagraphMarkRunProperties?.GetFirstChild<Deleted>() is not null;
        return (dropCap || markDeleted) && paragraph.NextSibling<Paragraph>() is not null && (!text.IsBlank || markDeleted);
    }

    private IReadOnlyList<IReadOnlyList<TextRun>> WithCarried(IReadOnlyList<IReadOnlyList<TextRun>> lines) =>
        _carried.Count == 0 ? lines : [[.. _carried, .. lines[0]], .. lines.Skip(1)];

    private ListLabel? LabelOf(ParagraphProperties? properties, DocxStyle style, ParagraphText text)
    {
        var direct = properties?.NumberingProperties;
        var id = direct?.NumberingId?.Val?.Value ?? style.NumberingId;
        if (id is null || text.IsBlank)
        {
            return null;
        }

        var level = direct?.NumberingLevelReference?.Val?.Value ?? (direct?.NumberingId is null ? style.NumberingLevel : 0);
        return numbering.Next(id.Value, level);
    }

    private Declared DeclaredOf(
        ParagraphProperties? properties, DocxStyle style, ListLabel? label, IReadOnlyList<IReadOnlyList<TextRun>> lines)
    {
        var marker = label is { Text.Length: > 0 } ? label.Text : null;
        if (_inContents)
        {
            return new(DeclaredKind.Boilerplate, _block);
        }

        var length = lines.Sum(l => l.Sum(r => r.Text.Length));
        var outline = properties?.OutlineLevel?.Val?.Value + 1 ?? style.OutlineLevel;
        var level = outline is >= 1 and <= 9 ? outline.Value : style.Kind == DeclaredKind.Heading && outline is null ? style.HeadingLevel : 0;
        if (level > 0 && length <= LongestHeadingCharacters && style.Kind is null or DeclaredKind.Heading)
        {
            return new(DeclaredKind.Heading, _block, level, label is { IsBullet: false } ? marker : null);
        }

        var kind = style.Kind is null or DeclaredKind.Heading ? DeclaredKind.Paragraph : style.Kind.Value;
        if (kind is DeclaredKind.Paragraph or DeclaredKind.ListItem && (label is not null || kind == DeclaredKind.ListItem))
        {
            return new(DeclaredKind.ListItem, _block, label?.Depth ?? 1, marker ?? (label is null ? "•" : null));
        }

        return new(kind, _block, 0, marker);
    }

    private void Write(IReadOnlyList<IReadOnlyList<TextRun>> lines, Declared declared)
    {
        foreach (var runs in lines.Where(l => l.Count > 0))
        {
            var text = string.Concat(runs.Select(r => r.Text));
            var font = runs.GroupBy(r => r.Font).MaxBy(g => g.Sum(r => r.Text.Length))!.Key;
            _lines.Add(new(text, default, font, runs, declared));
        }

        _block++;
    }

    private void ReadTable(Table table)
    {
        var rows = table.Elements<TableRow>()
            .Where(r => r.TableRowProperties?.GetFirstChild<Deleted>() is null)
            .Select(r => r.Descendants<TableCell>().Where(c => c.Ancestors<Table>().First() == table).ToList())
            .Where(cells => cells.Count > 0).ToList();
        if (IsLayout(rows))
        {
            foreach (var cell in rows.SelectMany(r => r))
            {
                Walk(cell);
            }

            return;
        }

        var block = _block++;
        foreach (var cells in rows)
        {
            var runs = new List<TextRun>();
            for (var i = 0; i < cells.Count; i++)
            {
                var cellRuns = CellRuns(cells[i]);
                runs.AddRange(cellRuns);
                if (i + 1 < cells.Count)
                {
                    runs.Add(new("\t", default, cellRuns.Count > 0 ? cellRuns[^1].Font : Font.None));
                }
            }

            if (runs.Exists(r => !string.IsNullOrWhiteSpace(r.Text)))
            {
                _lines.Add(new(string.Concat(runs.Select(r => r.Text)), default, runs[0].Font, runs, new(DeclaredKind.TableRow, block)));
            }
        }

        WriteNotes();
    }

    /// <summary>Boxes drawn as a table of one column, and pages laid out with tables, hold running text.</summary>
    private bool IsLayout(List<List<TableCell>> rows)
    {
        var cells = rows.SelectMany(r => r).Where(c => c.InnerText.Length > 0).ToList();
        return cells.Count == 0 || rows.All(r => r.Count(c => c.InnerText.Length > 0) <= 1)
            || cells.SelectMany(c => c.Descendants<Paragraph>()).Any(p => p.InnerText.Length > 0
                && styles.OfParagraph(p.ParagraphProperties?.ParagraphStyleId?.Val?.Value) is { Kind: DeclaredKind.Heading, HeadingLevel: > 0 })
            || cells.Average(c => c.InnerText.Count(ch => ch == ' ')) > WordsOfLayoutCell;
    }

    private List<TextRun> CellRuns(TableCell cell)
    {
        var runs = new List<TextRun>();
        foreach (var paragraph in cell.Descendants<Paragraph>())
        {
            var properties = paragraph.ParagraphProperties;
            var style = styles.OfParagraph(properties?.ParagraphStyleId?.Val?.Value);
            var text = _runs.Read(paragraph, style);
            if (text.IsBlank)
            {
                continue;
            }

            if (runs.Count > 0)
            {
                runs.Add(new(" ", default, runs[^1].Font));
            }

            if (LabelOf(properties, style, text) is { Text.Length: > 0 } label)
            {
                runs.Add(new(label.Text + " ", default, text.Lines[0][0].Font));
            }

            runs.AddRange(text.Lines.SelectMany((l, i) => i == 0 ? l : [new TextRun(" ", default, Font.None), .. l]));
            _pendingNotes.AddRange(text.Notes);
        }

        return runs;
    }

    /// <summary>Notes follow the block that has their marks.</summary>
    private void WriteNotes()
    {
        foreach (var note in _pendingNotes.ToList())
        {
            var part = note.IsEndnote ? endnotes : footnotes;
            if (!part.TryGetValue(note.Id, out var element) || !_writtenNotes.Add((note.IsEndnote, note.Id)))
            {
                continue;
            }

            var block = _block++;
            foreach (var paragraph in element.Descendants<Paragraph>())
            {
                var style = styles.OfParagraph(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value);
                foreach (var runs in _runs.Read(paragraph, style).Lines.Where(l => l.Any(r => !string.IsNullOrWhiteSpace(r.Text))))
                {
                    _lines.Add(new(
                        string.Concat(runs.Select(r => r.Text)), default, runs[0].Font, runs, new(DeclaredKind.Footnote, block, 0, note.Mark)));
                }
            }
        }

        _pendingNotes.Clear();
    }
}
