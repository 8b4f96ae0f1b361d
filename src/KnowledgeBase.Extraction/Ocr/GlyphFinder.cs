using KnowledgeBase.Extraction.Images;

namespace KnowledgeBase.Extraction.Ocr;

/// <summary>
/// Finds the connected pieces of ink of a page: runs of each row are joined with the runs they touch in the row above, corners
/// included (two-pass labelling with union-find; A. Rosenfeld, J. Pfaltz, "Sequential operations in digital picture processing",
/// J. ACM 13, 1966).
/// </summary>
internal static class GlyphFinder
{
    /// <summary>Finds them.</summary>
    /// <param name="image">The page.</param>
    /// <param name="threshold">Darker values are ink.</param>
    public static IReadOnlyList<Glyph> Find(GrayImage image, byte threshold)
    {
        var runs = new List<(int Row, int Start, int End)>();
        var parents = new List<int>();
        int previous = 0, previousEnd = 0;
        for (var y = 0; y < image.Height; y++)
        {
            var first = runs.Count;
            AddRuns(image.Row(y), y, threshold, runs, parents);
            var above = previous;
            for (var i = first; i < runs.Count; i++)
            {
                while (above < previousEnd && runs[above].End < runs[i].Start)
                {
                    above++;
                }

                for (var j = above; j < previousEnd && runs[j].Start <= runs[i].End; j++)
                {
                    Union(parents, i, j);
                }
            }

            (previous, previousEnd) = (first, runs.Count);
        }

        return Collect(runs, parents);
    }

    private static void AddRuns(ReadOnlySpan<byte> row, int y, byte threshold, List<(int Row, int Start, int End)> runs, List<int> parents)
    {
        var x = 0;
        while (x < row.Length)
        {
            if (row[x] >= threshold)
            {
                x++;
                continue;
            }

            var start = x;
            while (x < row.Length && row[x] < threshold)
            {
                x++;
            }

            parents.Add(runs.Count);
            runs.Add((y, start, x));
        }
    }

    private static List<Glyph> Collect(List<(int Row, int Start, int End)> runs, List<int> parents)
    {
        var glyphs = new Dictionary<int, Glyph>();
        for (var i = 0; i < runs.Count; i++)
        {
            var (row, start, end) = runs[i];
            var root = Root(parents, i);
            glyphs[root] = glyphs.TryGetValue(root, out var glyph)
                ? new(Math.Min(glyph.Left, start), Math.Min(glyph.Top, row), Math.Max(glyph.Right, end), Math.Max(glyph.Bottom, row + 1), glyph.Area + end - start)
                : new(start, row, end, row + 1, end - start);
        }

        return [.. glyphs.Values];
    }

    private static void Union(List<int> parents, int a, int b)
    {
        int rootA = Root(parents, a), rootB = Root(parents, b);
        if (rootA != rootB)
        {
            parents[Math.Max(rootA, rootB)] = Math.Min(rootA, rootB);
        }
    }

    private static int Root(List<int> parents, int i)
    {
        while (parents[i] != i)
        {
            parents[i] = parents[parents[i]];
            i = parents[i];
        }

        return i;
    }
}
