using System.Globalization;
using AngleSharp.Dom;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Html;

/// <summary>Walks a page in reading order and writes its lines.</summary>
internal sealed class HtmlWalk(HtmlNotes notes, HtmlRegions regions, CancellationToken cancellationToken)
{
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark",
        "o:p", "q", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "st1:place",
    };

    private readonly List<Line> _lines = [];
    private int _block;

    /// <summary>What a paragraph in the current place is.</summary>
    private DeclaredKind _kind = DeclaredKind.Paragraph;

    /// <summary>The label of the list item whose first paragraph is still to come.</summary>
    private (string? Marker, int Depth)? _item;
    private int _listDepth;

    public IReadOnlyList<Line> Read(IElement body)
    {
        Walk(body, default);
        return _lines;
    }

    private void Walk(IElement parent, InlineStyle style)
    {
        var text = new HtmlInline(notes);
        foreach (var node in parent.ChildNodes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (node is IElement element && !IsInline(element))
            {
                Flush(ref text);
                ReadBlock(element, style);
                continue;
            }

            text.Add(node, style);
            if (text.EndsWithGap)
            {
                Flush(ref text);
            }
        }

        Flush(ref text);
    }

    private bool IsInline(IElement element) =>
        Inline.Contains(element.LocalName) && !notes.IsNote(element, out _) && !element.Children.Any(c => !IsInline(c));

    private void Flush(ref HtmlInline text)
    {
        if (!text.IsEmpty)
        {
            Write(text.Lines, TakeDeclared());
            _block++;
        }

        text = new(notes);
    }

    private Documents.Declared TakeDeclared()
    {
        if (_kind == DeclaredKind.Paragraph && _item is { } item)
        {
            _item = (null, item.Depth);
            return new(DeclaredKind.ListItem, _block, item.Depth, item.Marker);
        }

        return new(_kind, _block);
    }

    private void ReadBlock(IElement element, InlineStyle style)
    {
        if (HtmlRegions.IsHidden(element) || HtmlRegions.NotesHeading(element))
        {
            return;
        }

        if (notes.IsNote(element, out var number))
        {
            ReadNote(element, number);
            return;
        }

        if (_kind != DeclaredKind.Boilerplate && regions.IsBoilerplate(element))
        {
            ReadBoilerplate(element);
            return;
        }

        var inner = style.Within(element);
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                ReadHeading(element, element.LocalName[1] - '0');
                break;
            case not null when element.GetAttribute("role") == "heading":
                ReadHeading(element, int.TryParse(element.GetAttribute("aria-level"), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : 2);
                break;
            case "ul" or "ol" or "menu":
                ReadList(element, inner);
                break;
            case "dl":
                ReadDefinitions(element, inner);
                break;
            case "blockquote" when _kind == DeclaredKind.Paragraph && HtmlQuotes.IsQuote(element):
                ReadQuote(element);
                break;
            case "figcaption" or "caption":
                ReadAs(DeclaredKind.Caption, element, inner);
                break;
            case "figure" when element.QuerySelector("blockquote") is not null:
                ReadQuote(element);
                break;
            case "table":
                ReadTable(element, inner);
                break;
            case "p" or "div" or "address" when _kind == DeclaredKind.Paragraph && HtmlFrontKind.Of(element) is { } front:
                ReadAs(front, element, inner);
                break;
            default:
                Walk(element, inner);
                break;
        }
    }

    private void ReadAs(DeclaredKind kind, IElement element, InlineStyle style)
    {
        var outer = _kind;
        _kind = outer == DeclaredKind.Boilerplate ? outer : kind;
        Walk(element, style);
        _kind = outer;
    }

    private void ReadHeading(IElement element, int level)
    {
        var text = new HtmlInline(notes);
        foreach (var node in element.ChildNodes)
        {
            text.Add(node, default);
        }

        if (!text.IsEmpty)
        {
            Write(text.Lines, _kind == DeclaredKind.Boilerplate ? new(_kind, _block) : new(DeclaredKind.Heading, _block, Math.Clamp(level, 1, 9)));
            _block++;
        }
    }

    /// <summary>All of a region as one block.</summary>
    private void ReadBoilerplate(IElement element)
    {
        var block = _block;
        var from = _lines.Count;
        ReadAs(DeclaredKind.Boilerplate, element, default);
        for (var i = from; i < _lines.Count; i++)
        {
            _lines[i] = _lines[i].Declared!.Kind == DeclaredKind.Footnote ? _lines[i] : _lines[i] with { Declared = new(DeclaredKind.Boilerplate, block) };
        }
    }

    private void ReadNote(IElement element, string number)
    {
        var outer = (_kind, _item);
        (_kind, _item) = (DeclaredKind.Footnote, null);
        var block = _block;
        var from = _lines.Count;
        Walk(element, default);
        for (var i = from; i < _lines.Count; i++)
        {
            _lines[i] = _lines[i] with { Declared = new(DeclaredKind.Footnote, block, 0, number) };
        }

        if (_lines.Count > from)
        {
            _lines[from] = HtmlNoteNumber.Without(_lines[from], number);
            _block = Math.Max(_block, block + 1);
        }

        (_kind, _item) = outer;
    }

    private void ReadList(IElement list, InlineStyle style)
    {
        _listDepth++;
        var outer = _item;
        var numbering = new HtmlListNumbering(list);
        foreach (var child in list.Children)
        {
            if (child.LocalName != "li")
            {
                ReadBlock(child, style);
                continue;
            }

            if (notes.IsNote(child, out var number))
            {
                numbering.Next(child);
                ReadNote(child, number);
                continue;
            }

            _item = (numbering.Next(child), _listDepth);
            Walk(child, style.Within(child));
        }

        _item = outer is { } o ? (null, o.Depth) : null;
        _listDepth--;
    }

    /// <summary>A term and what is said of it make one paragraph that opens with the term.</summary>
    private void ReadDefinitions(IElement list, InlineStyle style)
    {
        var text = new HtmlInline(notes);
        foreach (var child in list.QuerySelectorAll("dt, dd"))
        {
            if (notes.IsNote(child, out var number))
            {
                Flush(ref text);
                ReadNote(child, number);
            }
            else if (child.LocalName == "dt")
            {
                Flush(ref text);
                text.Add(child, style with { Bold = true });
            }
            else if (child.Children.Any(c => !IsInline(c)))
            {
                Flush(ref text);
                Walk(child, style);
            }
            else
            {
                text.Break();
                text.Add(child, style);
                Flush(ref text);
            }
        }

        Flush(ref text);
    }

    private void ReadQuote(IElement element)
    {
        var block = _block;
        var from = _lines.Count;
        ReadAs(DeclaredKind.Quote, element, default);
        var attributions = HtmlQuotes.Attributions(element);
        for (var i = from; i < _lines.Count; i++)
        {
            var isAttribution = attributions.Contains(HtmlQuotes.Squeeze(_lines[i].Text));
            _lines[i] = _lines[i].Declared!.Kind == DeclaredKind.Footnote ? _lines[i]
                : _lines[i] with { Declared = new(isAttribution ? DeclaredKind.Attribution : DeclaredKind.Quote, block) };
        }
    }

    private void ReadTable(IElement table, InlineStyle style)
    {
        if (HtmlTables.IsLayout(table))
        {
            Walk(table, style);
            return;
        }

        foreach (var caption in table.Children.Where(c => c.LocalName == "caption"))
        {
            ReadBlock(caption, style);
        }

        var block = _block++;
        foreach (var row in table.QuerySelectorAll("tr"))
        {
            var runs = HtmlTables.RunsOf(row, notes);
            if (runs.Exists(r => !string.IsNullOrWhiteSpace(r.Text)))
            {
                Write([runs], new(_kind == DeclaredKind.Boilerplate ? _kind : DeclaredKind.TableRow, block));
            }
        }
    }

    private void Write(IEnumerable<IReadOnlyList<TextRun>> lines, Documents.Declared declared)
    {
        foreach (var runs in lines)
        {
            _lines.Add(new(string.Concat(runs.Select(r => r.Text)).Trim(' '), default, runs[0].Font, runs, declared));
        }
    }
}
