using System.Globalization;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// Tells an enumeration within a sentence ("the need to: (i) plan; (ii) act") from a list whose items have lines of their own, where
/// one of its markers happens to open a line.
/// </summary>
internal static class RunInLists
{
    /// <summary>So many lines on, the next marker of an enumeration within a sentence is looked for.</summary>
    private const int LinesAhead = 8;

    /// <summary>True when the line goes on with such an enumeration.</summary>
    /// <param name="current">The lines of the block so far.</param>
    /// <param name="line">The line that opens with a marker.</param>
    /// <param name="following">The lines after it.</param>
    public static bool Continues(IReadOnlyList<LayoutLine> current, LayoutLine line, IEnumerable<LayoutLine> following)
    {
        var marker = line.Marker!;
        if (marker.Style == MarkerStyle.Bullet || marker.Text[^1] != ')')
        {
            return false;
        }

        if (marker.Value > 1)
        {
            var before = Printed(marker, marker.Value - 1);
            return current.Any(item => StandsWithin(item, before));
        }

        var after = Printed(marker, 2);
        var ahead = following.Take(LinesAhead).TakeWhile(next => next.Marker?.Text != after).ToList();
        return StandsWithin(line, after) || ahead.Exists(next => StandsWithin(next, after));
    }

    private static bool StandsWithin(LayoutLine line, string marker)
    {
        var at = line.Text.IndexOf(" " + marker, StringComparison.Ordinal);
        return at > 0;
    }

    /// <summary>The marker of another value in the same form.</summary>
    private static string Printed(ListMarker like, int value)
    {
        var core = like.Style switch
        {
            MarkerStyle.Roman => Roman(value),
            MarkerStyle.Letter => ((char)('a' + value - 1)).ToString(),
            _ => value.ToString(CultureInfo.InvariantCulture),
        };
        return (like.Text[0] == '(' ? "(" : "") + (like.Text.Any(char.IsUpper) ? core.ToUpperInvariant() : core) + ")";
    }

    private static string Roman(int value)
    {
        string[] ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
        return string.Concat(Enumerable.Repeat("x", value / 10)) + ones[value % 10];
    }
}
