using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Extraction.Pdf;

/// <summary>
/// Reads the output of <c>pdftohtml -xml</c> as it streams in. The output is not always well-formed XML (stray control
/// characters, overlapping style elements), so each element is read by itself and what is not understood is passed over.
/// </summary>
internal sealed partial class PopplerXmlParser
{
    private readonly Dictionary<string, RawFont> fonts = new(StringComparer.Ordinal);
    private readonly StringBuilder pending = new();
    private RawPage? page;
    private int outlineDepth;

    /// <summary>Pages met so far.</summary>
    public List<RawPage> Pages { get; } = [];

    /// <summary>Outline items met so far, in order.</summary>
    public List<RawOutlineItem> Outline { get; } = [];

    /// <summary>Takes the next line of output.</summary>
    public void Add(string line)
    {
        if (pending.Length > 0)
        {
            pending.Append(' ').Append(line);
            if (pending.Length < 1_000_000 && !line.Contains("</text>", StringComparison.Ordinal))
            {
                return;
            }

            line = pending.ToString();
            pending.Clear();
        }

        var text = line.AsSpan().TrimStart();
        if (text.StartsWith("<text ", StringComparison.Ordinal))
        {
            if (!line.Contains("</text>", StringComparison.Ordinal))
            {
                pending.Append(line);
                return;
            }

            AddText(line);
        }
        else if (text.StartsWith("<fontspec ", StringComparison.Ordinal))
        {
            AddFont(line);
        }
        else if (text.StartsWith("<page ", StringComparison.Ordinal))
        {
            page = new(Pages.Count + 1, Number(line, "width"), Number(line, "height"), []);
            Pages.Add(page);
        }
        else if (text.StartsWith("<outline>", StringComparison.Ordinal))
        {
            outlineDepth++;
        }
        else if (text.StartsWith("</outline>", StringComparison.Ordinal))
        {
            outlineDepth--;
        }
        else if (text.StartsWith("<item", StringComparison.Ordinal) && outlineDepth > 0)
        {
            AddOutlineItem(line);
        }
    }

    private void AddOutlineItem(string line)
    {
        var match = OutlineItem().Match(line);
        if (match.Success)
        {
            var target = int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : (int?)null;
            Outline.Add(new(WebUtility.HtmlDecode(Tag().Replace(match.Groups[2].Value, "")).Trim(), outlineDepth, target));
        }
    }

    private void AddFont(string line)
    {
        if (Attribute(line, "id") is { } id)
        {
            fonts[id] = new(
                WebUtility.HtmlDecode(Attribute(line, "family") ?? ""), (int)Number(line, "size"), (Attribute(line, "color") ?? "#000000").ToLowerInvariant());
        }
    }

    private void AddText(string line)
    {
        var open = line.IndexOf('>', StringComparison.Ordinal);
        var close = line.LastIndexOf("</text>", StringComparison.Ordinal);
        if (page is null || open < 0 || close <= open || !fonts.TryGetValue(Attribute(line[..open], "font") ?? "", out var font))
        {
            return;
        }

        var head = line[..open];
        var parts = Styled(line[(open + 1)..close]).ToList();
        var length = parts.Sum(part => part.Text.Length);
        if (length == 0)
        {
            return;
        }

        double left = Number(head, "left"), width = Number(head, "width");
        var before = 0;
        bool bold = parts.Exists(part => part.Bold), italic = parts.Exists(part => part.Italic);
        foreach (var part in parts)
        {
            // The tool joins what stands side by side and names the first font only; the others are told by their style alone.
            var own = font with { Family = FontNames.Without(font.Family, weight: bold && !part.Bold, slant: italic && !part.Italic) };
            // Only the whole element's width is known; its parts get their share by length.
            page.Runs.Add(new(
                part.Text, left + (width * before / length), Number(head, "top"), width * part.Text.Length / length, Number(head, "height"),
                own, part.Bold, part.Italic));
            before += part.Text.Length;
        }
    }

    private static IEnumerable<(string Text, bool Bold, bool Italic)> Styled(string inner)
    {
        int bold = 0, italic = 0, position = 0;
        foreach (Match tag in Tag().Matches(inner))
        {
            if (tag.Index > position)
            {
                yield return (WebUtility.HtmlDecode(inner[position..tag.Index]), bold > 0, italic > 0);
            }

            position = tag.Index + tag.Length;
            switch (tag.Value)
            {
                case "<b>": bold++; break;
                case "</b>": bold--; break;
                case "<i>": italic++; break;
                case "</i>": italic--; break;
            }
        }

        if (position < inner.Length)
        {
            yield return (WebUtility.HtmlDecode(inner[position..]), bold > 0, italic > 0);
        }
    }

    private static string? Attribute(string element, string name)
    {
        var start = element.IndexOf(" " + name + "=\"", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        start += name.Length + 3;
        var end = element.IndexOf('"', start);
        return end < 0 ? null : element[start..end];
    }

    private static double Number(string element, string name) =>
        double.TryParse(Attribute(element, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : 0;

    [GeneratedRegex("</?(?:b|i|a)(?: [^>]*)?>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("<item(?: page=\"(\\d+)\")?[^>]*>(.*?)(?:</item>|$)", RegexOptions.CultureInvariant)]
    private static partial Regex OutlineItem();
}
