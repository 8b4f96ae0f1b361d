using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Dump;

/// <summary>
/// Some converters put raised numbers on lines of their own: first the mark in the text, later the number of the note. The mark goes to
/// the line before, the note's number to the line after.
/// </summary>
internal static partial class LoneNumbers
{
    public static IReadOnlyList<DumpLine> Join(IReadOnlyList<DumpLine> lines)
    {
        var marks = lines.SelectMany(l => MarkShape.All(l.Text)).Select(m => m.Number).ToHashSet();
        var joined = new List<DumpLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var next = i + 1 < lines.Count && !lines[i + 1].GapBefore ? lines[i + 1] : null;
            if (!Number().IsMatch(line.Text) || next is null || Number().IsMatch(next.Text))
            {
                joined.Add(line);
                continue;
            }

            var number = int.Parse(line.Text, CultureInfo.InvariantCulture);
            if (line.UnderRule || (marks.Contains(number) && !LineShape.StartsLower(next.Text)))
            {
                joined.Add(line with { Text = $"{line.Text} {next.Text}" });
                i++;
            }
            else if (!line.GapBefore && joined.Count > 0)
            {
                joined[^1] = joined[^1] with { Text = joined[^1].Text + line.Text };
                marks.Add(number);
            }
            else
            {
                joined.Add(line);
            }
        }

        return joined;
    }

    [GeneratedRegex(@"^\d{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
