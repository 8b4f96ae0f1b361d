using KnowledgeBase.Extraction.Images;

namespace KnowledgeBase.Extraction.Ocr;

/// <summary>Evens out the paper of a scan and tells ink from paper.</summary>
internal static class Cleaning
{
    private const int TilesAcross = 24;

    /// <summary>The paper's value in a tile is at this share of its values: ink rarely covers more than the rest.</summary>
    private const double PaperShare = 0.8;

    /// <summary>A tile darker than this is a picture or a filled box, not paper in the shade.</summary>
    private const int DarkestPaper = 110;

    /// <summary>Divides each value by the paper's around it, so that shade and yellowing become white.</summary>
    public static GrayImage Flatten(GrayImage image)
    {
        var size = Math.Max(16, image.Width / TilesAcross);
        int across = (image.Width + size - 1) / size, down = (image.Height + size - 1) / size;
        var paper = new double[across * down];
        for (var ty = 0; ty < down; ty++)
        {
            for (var tx = 0; tx < across; tx++)
            {
                paper[(ty * across) + tx] = PaperOf(image, tx * size, ty * size, size);
            }
        }

        var result = new GrayImage(image.Width, image.Height, new byte[image.Pixels.Length]);
        for (var y = 0; y < image.Height; y++)
        {
            Row from = new(y, size, down);
            ReadOnlySpan<byte> source = image.Row(y);
            var target = result.Row(y);
            for (var x = 0; x < source.Length; x++)
            {
                Row at = new(x, size, across);
                var upper = Between(paper[(from.First * across) + at.First], paper[(from.First * across) + at.Second], at.Part);
                var lower = Between(paper[(from.Second * across) + at.First], paper[(from.Second * across) + at.Second], at.Part);
                target[x] = (byte)Math.Min(255, source[x] * 255 / Between(upper, lower, from.Part));
            }
        }

        return result;
    }

    /// <summary>
    /// The value that parts ink from paper best (N. Otsu, "A threshold selection method from gray-level histograms", IEEE Trans.
    /// SMC 9, 1979).
    /// </summary>
    /// <returns>Values below it are ink; 1 to 254.</returns>
    public static byte Threshold(GrayImage image)
    {
        var counts = new long[256];
        foreach (var value in image.Pixels)
        {
            counts[value]++;
        }

        double all = image.Pixels.Length, total = 0;
        for (var i = 0; i < 256; i++)
        {
            total += i * (double)counts[i];
        }

        double below = 0, sumBelow = 0, best = -1;
        var threshold = 128;
        for (var i = 0; i < 255; i++)
        {
            below += counts[i];
            sumBelow += i * (double)counts[i];
            if (below == 0 || below == all)
            {
                continue;
            }

            var difference = (sumBelow / below) - ((total - sumBelow) / (all - below));
            var between = below * (all - below) * difference * difference;
            if (between > best)
            {
                (best, threshold) = (between, i + 1);
            }
        }

        // A page with hardly any ink has no second hump: the middle of the scale is the safe choice.
        return (byte)Math.Clamp(threshold, 90, 200);
    }

    /// <summary>Whitens pieces of ink that are smaller than the dots of the page's type.</summary>
    /// <param name="image">The page; changed in place.</param>
    /// <param name="glyphs">Its pieces of ink.</param>
    /// <param name="threshold">Darker values are ink.</param>
    /// <returns>The pieces that remain.</returns>
    public static IReadOnlyList<Glyph> WithoutSpecks(GrayImage image, IReadOnlyList<Glyph> glyphs, byte threshold)
    {
        // A stop is wider than a stroke, but dots of small type in a light colour leave no more ink than a fifth of its square.
        var stroke = UsualStroke(image, threshold);
        var least = Math.Max(2, 0.2 * stroke * stroke);
        var kept = new List<Glyph>(glyphs.Count);
        foreach (var glyph in glyphs)
        {
            if (glyph.Area >= least)
            {
                kept.Add(glyph);
                continue;
            }

            // With the gray rim around it, which is no ink but darkens it for the reader.
            for (var y = Math.Max(0, glyph.Top - 1); y < Math.Min(image.Height, glyph.Bottom + 1); y++)
            {
                image.Row(y)[Math.Max(0, glyph.Left - 1)..Math.Min(image.Width, glyph.Right + 1)].Fill(255);
            }
        }

        return kept;
    }

    /// <summary>The middle length of dark stretches along the rows, in pixels: about the width of the type's strokes.</summary>
    private static double UsualStroke(GrayImage image, byte threshold)
    {
        var counts = new int[64];
        var all = 0;
        for (var y = 0; y < image.Height; y += 3)
        {
            ReadOnlySpan<byte> row = image.Row(y);
            for (var x = 0; x < row.Length; x++)
            {
                var start = x;
                while (x < row.Length && row[x] < threshold)
                {
                    x++;
                }

                // Single pixels are noise and edges.
                if (x - start is >= 2 and < 64)
                {
                    counts[x - start]++;
                    all++;
                }
            }
        }

        var half = all / 2;
        var length = 2;
        while (length < 63 && half >= counts[length])
        {
            half -= counts[length++];
        }

        return length;
    }

    private static double PaperOf(GrayImage image, int left, int top, int size)
    {
        var counts = new int[256];
        var n = 0;
        for (var y = top; y < Math.Min(image.Height, top + size); y += 2)
        {
            ReadOnlySpan<byte> row = image.Row(y);
            for (var x = left; x < Math.Min(image.Width, left + size); x += 2)
            {
                counts[row[x]]++;
                n++;
            }
        }

        var rest = (int)(n * (1 - PaperShare));
        var value = 255;
        while (value > 0 && rest >= counts[value])
        {
            rest -= counts[value--];
        }

        return value < DarkestPaper ? 255 : value;
    }

    private static double Between(double a, double b, double part) => a + ((b - a) * part);

    /// <summary>Between which two tiles' centres a pixel lies, along one axis.</summary>
    private readonly ref struct Row
    {
        public Row(int position, int size, int tiles)
        {
            var at = Math.Clamp(((position + 0.5) / size) - 0.5, 0, tiles - 1);
            First = (int)at;
            Second = Math.Min(First + 1, tiles - 1);
            Part = at - First;
        }

        public int First { get; }

        public int Second { get; }

        public double Part { get; }
    }
}
