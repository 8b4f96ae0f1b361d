using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Html;

/// <summary>Gathers the runs of one block, line by line; blanks are collapsed as a browser does.</summary>
internal sealed partial class HtmlInline(HtmlNotes notes)
{
    private readonly List<List<TextRun>> _lines = [[]];

    /// <summary>The lines gathered so far; a break begins a new one.</summary>
    public IReadOnlyList<IReadOnlyList<TextRun>> Lines =>
        [.. _lines.Select(Trimmed).Where(l => l.Any(r => !string.IsNullOrWhiteSpace(r.Text)))];

    /// <summary>True when two breaks in a row, which stand for a new paragraph, were the last thing added.</summary>
    public bool EndsWithGap => _lines.Count > 2 && IsBlank(_lines[^1]) && IsBlank(_lines[^2]) && !IsBlank(_lines[^3]);

    public bool IsEmpty => _lines.TrueForAll(IsBlank);

    public void Break() => _lines.Add([]);

    /// <summary>Adds a text node or an inline element with all that is in it.</summary>
    /// <param name="node">The node.</param>
    /// <param name="style">Bold, italic and raised as inherited from outside the block.</param>
    public void Add(INode node, InlineStyle style)
    {
        switch (node)
        {
            case IText text:
                AddText(text.Data, style);
                break;
            case IElement element when HtmlRegions.IsHidden(element) || notes.IsBackLink(element):
                break;
            case IElement { LocalName: "br" }:
                Break();
                break;
            case IElement element:
                var inner = style.Within(element);
                if (notes.IsMark(element, out var number))
                {
                    AddRun(number, inner with { Raised = true });
                    break;
                }

                foreach (var child in element.ChildNodes)
                {
                    Add(child, inner);
                }

                break;
        }
    }

    private void AddText(string data, InlineStyle style)
    {
        var text = new StringBuilder(data.Length);
        foreach (var c in data)
        {
            if (c == '\u00AD' || c == '\u200B')
            {
                continue;
            }

            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                var last = text.Length > 0 ? text[^1] : LastCharacter();
                if (last is not (null or ' '))
                {
                    text.Append(' ');
                }
            }
            else
            {
                text.Append(c);
            }
        }

        if (text.Length > 0)
        {
            AddRun(text.ToString(), style);
        }
    }

    private char? LastCharacter() => _lines[^1].Count > 0 ? _lines[^1][^1].Text[^1] : null;

    private void AddRun(string text, InlineStyle style)
    {
        var line = _lines[^1];
        var font = new Font("", 0, style.Bold, style.Italic);
        if (line.Count > 0 && !style.Raised && !line[^1].Raised && line[^1].Font == font)
        {
            line[^1] = line[^1] with { Text = line[^1].Text + text };
        }
        else
        {
            line.Add(new(text, default, font, style.Raised));
        }
    }

    /// <summary>A raised mark in brackets of its own markup ("[1]") leaves them behind in plain runs; they go with it.</summary>
    private static List<TextRun> Trimmed(List<TextRun> line)
    {
        var runs = line.ToList();
        for (var i = 1; i + 1 < runs.Count; i++)
        {
            if (runs[i].Raised && runs[i - 1].Text.EndsWith('[') && runs[i + 1].Text.StartsWith(']'))
            {
                runs[i - 1] = runs[i - 1] with { Text = runs[i - 1].Text[..^1] };
                runs[i + 1] = runs[i + 1] with { Text = runs[i + 1].Text[1..] };
            }
        }

        return [.. runs.Where(r => r.Text.Length > 0)];
    }

    private static bool IsBlank(List<TextRun> line) => line.TrueForAll(r => string.IsNullOrWhiteSpace(r.Text));
}

/// <summary>What inline markup says of a run.</summary>
/// <param name="Bold">Bold.</param>
/// <param name="Italic">Italic.</param>
/// <param name="Raised">Superscript.</param>
internal readonly partial record struct InlineStyle(bool Bold, bool Italic, bool Raised)
{
    /// <summary>The style inside an element.</summary>
    public InlineStyle Within(IElement element)
    {
        var css = element.GetAttribute("style") ?? "";
        return new(
            element.LocalName is "b" or "strong" || BoldStyle().IsMatch(css) || (Bold && !NormalWeight().IsMatch(css)),
            Italic || element.LocalName is "i" or "em" || ItalicStyle().IsMatch(css),
            Raised || element.LocalName == "sup" || RaisedStyle().IsMatch(css));
    }

    [GeneratedRegex(@"font-weight\s*:\s*(?:bold|[6-9]00)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BoldStyle();

    [GeneratedRegex(@"font-weight\s*:\s*(?:normal|[1-5]00)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NormalWeight();

    [GeneratedRegex(@"font-style\s*:\s*(?:italic|oblique)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ItalicStyle();

    [GeneratedRegex(@"vertical-align\s*:\s*super", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RaisedStyle();
}
