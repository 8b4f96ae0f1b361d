using System.Text;

namespace KnowledgeBase.Search.Answers;

/// <summary>The part of a passage that shows best why it was found.</summary>
/// <param name="Text">As printed, without marks; the passage's own characters.</param>
/// <param name="Marks">Words found, within <paramref name="Text"/>; rising and apart.</param>
/// <param name="CutBefore">True when the passage begins earlier.</param>
/// <param name="CutAfter">True when the passage goes on.</param>
public sealed record Snippet(string Text, IReadOnlyList<TextSpan> Marks, bool CutBefore, bool CutAfter)
{
    /// <summary>The length that a snippet keeps to, in characters; one word may reach beyond.</summary>
    public const int Length = 300;

    /// <summary>Cuts the stretch with most different words found; the earliest of equal ones.</summary>
    /// <param name="text">The passage's text.</param>
    /// <param name="spans">Words found in it, rising and apart.</param>
    public static Snippet Cut(string text, IReadOnlyList<TextSpan> spans)
    {
        var (start, end) = text.Length <= Length ? (0, text.Length) : BestWindow(text, spans);
        var marks = spans.Where(s => s.Start >= start && s.End <= end).Select(s => new TextSpan(s.Start - start, s.End - start));
        return new(text[start..end], [.. marks], start > 0, end < text.Length);
    }

    /// <summary>The different words found in it, as printed.</summary>
    public IReadOnlyList<string> Words() => [.. Marks.Select(mark => Text[mark.Start..mark.End]).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>As HTML: words found in &lt;mark&gt;, everything else encoded, an ellipsis where it is cut.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder(CutBefore ? "…" : "");
        var at = 0;
        foreach (var mark in Marks)
        {
            Encode(html, Text.AsSpan(at, mark.Start - at));
            html.Append("<mark>");
            Encode(html, Text.AsSpan(mark.Start, mark.End - mark.Start));
            html.Append("</mark>");
            at = mark.End;
        }

        Encode(html, Text.AsSpan(at));
        return html.Append(CutAfter ? "…" : "").ToString();
    }

    private static (int Start, int End) BestWindow(string text, IReadOnlyList<TextSpan> spans)
    {
        if (spans.Count == 0)
        {
            return (0, BlankBefore(text, Length));
        }

        var best = spans.MaxBy(first => spans
            .Where(s => s.Start >= first.Start && s.End <= first.Start + Length)
            .Select(s => text[s.Start..s.End].ToUpperInvariant())
            .Distinct(StringComparer.Ordinal)
            .Count());
        var last = spans.Where(s => s.End <= best.Start + Length).Select(s => s.End).Append(best.End).Max();
        // What is left of the length goes before and after the words found.
        var start = Math.Max(0, best.Start - Math.Max(0, (Length - (last - best.Start)) / 2));
        start = start == 0 ? 0 : BlankAfter(text, start, best.Start);
        var end = Math.Min(text.Length, Math.Max(start + Length, last));
        return (start, end == text.Length ? end : Math.Max(last, BlankBefore(text, end)));
    }

    private static int BlankAfter(string text, int from, int most)
    {
        var blank = text.AsSpan(from, most - from).IndexOf(' ');
        return blank < 0 ? most : from + blank + 1;
    }

    private static int BlankBefore(string text, int before)
    {
        var blank = text.AsSpan(0, before).LastIndexOf(' ');
        return blank > 0 ? blank : char.IsLowSurrogate(text[before]) ? before - 1 : before;
    }

    // Only what could be taken for markup: the rest stays as printed.
    private static void Encode(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                _ => html.Append(letter),
            };
        }
    }
}
