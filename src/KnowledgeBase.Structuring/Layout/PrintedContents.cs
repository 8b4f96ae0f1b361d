using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// Reads the printed contents page as an outline: how deep an entry stands is told by decimal numbers, else by indents, else by how it is
/// numbered, else by type.
/// </summary>
internal static partial class PrintedContents
{
    /// <summary>Entries of one depth begin within so many points of each other.</summary>
    private const double SameIndent = 5;

    /// <summary>Rows of one entry stand on baselines this close, in points.</summary>
    private const double SameRow = 3;

    /// <summary>The entries in order; empty when there is no contents page with page numbers.</summary>
    /// <param name="pieces">Blocks in reading order, the entries marked by <see cref="ContentsPages"/>.</param>
    /// <param name="labels">Printed page label by page, element 0 for page 1.</param>
    public static IReadOnlyList<OutlineEntry> Read(IReadOnlyList<Piece> pieces, IReadOnlyList<string?> labels)
    {
        var start = pieces.ToList().FindIndex(piece => piece.Kind == BlockKind.Heading && ContentsPages.IsContentsHeading(piece.Text));
        if (start < 0)
        {
            return [];
        }

        var lines = pieces.Skip(start + 1).TakeWhile(piece => piece.Kind is BlockKind.Boilerplate or BlockKind.Footnote)
            .Where(piece => piece.Kind == BlockKind.Boilerplate).SelectMany(piece => piece.Lines).ToList();
        var entries = Entries(lines);
        if (entries.Count < 3)
        {
            return [];
        }

        var levels = Levels(entries);
        if (entries[0].Numbering == HeadingNumbering.None)
        {
            // An introduction without number is set flush with the words of the chapters, where their sections have their letters.
            levels[0] = 1;
        }

        return entries.Select((entry, index) => new OutlineEntry(entry.Title, levels[index], PageOf(entry.Label, labels))).ToList();
    }

    /// <summary>A row that ends with a page number closes an entry; rows without one before it are its first lines.</summary>
    private static List<Entry> Entries(List<LayoutLine> lines)
    {
        var entries = new List<Entry>();
        var open = "";
        LayoutLine? first = null;
        LayoutLine? last = null;
        foreach (var row in Rows(lines))
        {
            if (first is not null && !GoesOn(first, last!, row[0]))
            {
                (open, first) = ("", null);
            }

            first ??= row[0];
            last = row[0];
            var text = string.Join(' ', row.Select(line => line.Text));
            var end = PageNumber().Match(text);
            open = (open + " " + (end.Success ? text[..end.Index] : text)).Trim();
            if (end.Success)
            {
                if (open.Any(char.IsLetter) && !Caption().IsMatch(open))
                {
                    entries.Add(new(Leaders().Replace(open, ""), end.Groups[1].Value, first));
                }

                (open, first) = ("", null);
            }
        }

        return entries;
    }

    private static IEnumerable<List<LayoutLine>> Rows(List<LayoutLine> lines)
    {
        var row = new List<LayoutLine>();
        foreach (var line in lines.OrderBy(line => line.Page).ThenBy(line => line.Baseline))
        {
            if (row.Count > 0 && (row[0].Page != line.Page || line.Baseline - row[0].Baseline > SameRow))
            {
                yield return [.. row.OrderBy(item => item.Box.Left)];
                row = [];
            }

            row.Add(line);
        }

        if (row.Count > 0)
        {
            yield return [.. row.OrderBy(item => item.Box.Left)];
        }
    }

    /// <summary>The next line of an entry stands close below, not farther left, in the same size.</summary>
    private static bool GoesOn(LayoutLine first, LayoutLine last, LayoutLine next) =>
        next.Page == last.Page && next.Baseline - last.Baseline < 1.8 * last.Size && Math.Abs(next.Size - last.Size) < 1.5 && next.Box.Left > first.Box.Left - 2;

    private static List<int> Levels(List<Entry> entries)
    {
        if (entries.Exists(entry => Decimal().IsMatch(entry.Title)))
        {
            return entries.Select(entry => 1 + Decimal().Match(entry.Title).Value.Count(c => c == '.')).ToList();
        }

        // Numbers are set flush left or right: what all entries numbered alike share is the edge to go by.
        foreach (var edge in new Func<Entry, double>[] { entry => entry.First.Box.Left, entry => entry.TextLeft })
        {
            var numbered = entries.GroupBy(entry => entry.Numbering).Where(group => group.Key != HeadingNumbering.None).ToList();
            // Entries numbered alike are one depth, also where their edges are as far apart as those of two depths may be.
            var least = numbered.ToDictionary(group => group.Key, group => group.Min(edge));
            var lefts = entries.Select(entry => least.TryGetValue(entry.Numbering, out var left) ? left : edge(entry)).ToList();
            var indents = Clusters(lefts);
            if (indents.Count > 1 && numbered.TrueForAll(group => group.Max(edge) - group.Min(edge) <= SameIndent + 1))
            {
                return lefts.Select(left => 1 + Nearest(indents, left)).ToList();
            }
        }

        var numberings = entries.Select(entry => entry.Numbering).Where(numbering => numbering is not (HeadingNumbering.None or HeadingNumbering.Named)).Distinct().Order().ToList();
        if (numberings.Count > 1)
        {
            return entries.Select(entry => 1 + Math.Max(0, numberings.IndexOf(entry.Numbering))).ToList();
        }

        var ranks = entries.Select(entry => entry.Rank).Distinct().OrderDescending().ToList();
        return entries.Select(entry => 1 + ranks.IndexOf(entry.Rank)).ToList();
    }

    /// <summary>Left edges that several entries share, from the left.</summary>
    private static List<double> Clusters(IEnumerable<double> lefts)
    {
        var clusters = new List<List<double>>();
        foreach (var left in lefts.Order())
        {
            if (clusters.Count == 0 || left - clusters[^1][0] > SameIndent)
            {
                clusters.Add([]);
            }

            clusters[^1].Add(left);
        }

        return clusters.Where(cluster => cluster.Count > 1).Select(cluster => cluster[0]).ToList();
    }

    private static int Nearest(List<double> indents, double left) =>
        Enumerable.Range(0, indents.Count).MinBy(i => Math.Abs(indents[i] - left));

    private static int? PageOf(string label, IReadOnlyList<string?> labels)
    {
        for (var i = 0; i < labels.Count; i++)
        {
            if (string.Equals(labels[i], label, StringComparison.OrdinalIgnoreCase))
            {
                return i + 1;
            }
        }

        return null;
    }

    [GeneratedRegex(@"(?:^|[\s.…_]+)(\d{1,3}|[ivxl]{1,6})$", RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    /// <summary>Leaders after the words, with the numbers of the paragraphs that some contents pages give beside those of the pages.</summary>
    [GeneratedRegex(@"[\s.…_]{3,}\d{1,3}(?:\s?[–-]\s?\d{1,3})?\s*$|[\s.…_]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Leaders();

    /// <summary>"2.1", "2.1.3"; the dots after the first number count the depth.</summary>
    [GeneratedRegex(@"^\d+(?:\.\d+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^(?:Figure|Table|Figura|Tabla|Cuadro|Tableau|Box|Map)\s+(?:\d|[IVX]|[A-Z]\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Caption();

    [GeneratedRegex(@"^(?:[IVXLC]+|[A-Za-z]|\d+(?:\.\d+)*)[.)]?\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    /// <summary>An entry: its words with number, the label of its page, and the line it begins with.</summary>
    private sealed record Entry(string Title, string Label, LayoutLine First)
    {
        /// <summary>How it is numbered.</summary>
        public HeadingNumbering Numbering { get; } = HeadingStyle.NumberingOf(Title);

        /// <summary>Where its words begin.</summary>
        public double TextLeft { get; } = First.LeftAfter(Number().Match(First.Text).Length);

        /// <summary>Standing of its type: larger, capitals, bold.</summary>
        public (double Size, bool Caps, bool Bold) Rank => (Math.Round(First.Size), First.Caps, First.Bold);
    }
}
