using System.Text;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;
using KnowledgeBase.Structuring.Text;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Makes running text of printed lines: note marks taken out, line-end hyphens undone, each line's span kept.</summary>
internal sealed partial class TextAssembler(LineJoiner joiner)
{
    /// <summary>The text of some lines.</summary>
    /// <param name="lines">In reading order.</param>
    /// <param name="skip">Characters of the first line that are a marker, not text.</param>
    public AssembledText Assemble(IReadOnlyList<LayoutLine> lines, int skip)
    {
        var text = new StringBuilder();
        var refs = new List<FootnoteRef>();
        var printed = new List<PrintedLine>();
        foreach (var line in lines)
        {
            var (words, marks) = Read(line, text.Length == 0 && printed.Count == 0 ? skip : 0);
            var before = text.Length;
            if (text.Length > 0 && words.Length > 0)
            {
                var seam = joiner.Between(Tail(text), words);
                if (seam.DropHyphen || seam.DropInnerBlank)
                {
                    text.Remove(text.Length - (seam.DropHyphen ? 1 : 2), 1);
                    if (printed.Count > 0)
                    {
                        printed[^1] = printed[^1] with { End = text.Length };
                    }

                    before = text.Length;
                }

                if (seam.Blank)
                {
                    text.Append(' ');
                }
            }

            var start = text.Length;
            text.Append(words);
            refs.AddRange(marks.Select(mark => new FootnoteRef(mark.Number, mark.Offset == 0 ? before : Math.Min(start + mark.Offset, text.Length))));
            printed.Add(new(line.Page, line.Box, Math.Min(start, text.Length), text.Length));
        }

        return new(text.ToString(), refs, printed, Confidence(lines));
    }

    private static double? Confidence(IReadOnlyList<LayoutLine> lines)
    {
        var known = lines.Where(line => line.Line.OcrConfidence is not null).ToList();
        return known.Count == 0 ? null : known.Average(line => line.Line.OcrConfidence!.Value);
    }

    private static string Tail(StringBuilder text) => text.ToString(Math.Max(0, text.Length - 200), Math.Min(200, text.Length));

    private (string Text, List<(string Number, int Offset)> Marks) Read(LayoutLine line, int skip)
    {
        var text = new StringBuilder();
        var marks = new List<(string, int)>();
        var passed = 0;
        foreach (var run in line.Line.Runs)
        {
            var words = run.Text;
            if (passed < skip)
            {
                var cut = Math.Min(words.Length, skip - passed);
                passed += cut;
                words = words[cut..];
                if (words.Length == 0)
                {
                    continue;
                }
            }

            if (run.Raised && IsNoteMark(words.Trim(), text))
            {
                while (text.Length > 0 && text[^1] == ' ')
                {
                    text.Length--;
                }

                marks.AddRange(Marks(words).Select(number => (number, text.Length)));
                text.Append(words.EndsWith(' ') ? " " : "");
                continue;
            }

            text.Append(text.Length == 0 || text[^1] == ' ' ? words.TrimStart() : words);
        }

        var result = Blanks().Replace(text.ToString().TrimEnd(), " ");
        result = BlankBeforeStop().Replace(result, "$1");
        foreach (var stray in joiner.StrayBlanks(result).OrderDescending().ToList())
        {
            result = result.Remove(stray, 1);
            marks = [.. marks.Select(mark => mark.Item2 > stray ? (mark.Item1, mark.Item2 - 1) : mark)];
        }

        return (result, marks.Select(mark => (mark.Item1, Math.Min(mark.Item2, result.Length))).ToList());
    }

    private static bool IsNoteMark(string mark, StringBuilder before)
    {
        if (!NoteMark().IsMatch(mark))
        {
            return false;
        }

        // Exponents and chemical signs are raised figures too: km2, m3, CO2, 10-6.
        var tail = before.ToString(Math.Max(0, before.Length - 4), Math.Min(4, before.Length));
        return !(mark.Length == 1 && Unit().IsMatch(tail));
    }

    /// <summary>The single marks of a raised run: "4, 5" is two.</summary>
    private static IEnumerable<string> Marks(string raised) => OneMark().Matches(raised).Select(match => match.Value);

    [GeneratedRegex(@"^(?:[\[(]?\d{1,3}[\])]?(?:\s*[,;–-]\s*\d{1,3})*[,;.]?|[*†‡§]{1,3}|[a-z])$", RegexOptions.CultureInvariant)]
    private static partial Regex NoteMark();

    [GeneratedRegex(@"\d{1,3}|[*†‡§]{1,3}|[a-z]", RegexOptions.CultureInvariant)]
    private static partial Regex OneMark();

    [GeneratedRegex(@"(?:\b[kcm]?m|CO|\b10)$", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex(@"\s{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"(?<=[\p{L}\p{N}]) ([,.])(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex BlankBeforeStop();
}

/// <summary>Running text with its note marks and printed lines.</summary>
internal sealed record AssembledText(
    string Text, IReadOnlyList<FootnoteRef> Refs, IReadOnlyList<PrintedLine> Printed, double? OcrConfidence);
