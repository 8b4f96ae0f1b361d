using System.Globalization;
using System.Text;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Pdf;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;

namespace KnowledgeBase.Engines.PdfPig;

/// <summary>Joins the letters of a page, in file order, into runs of one font, size, colour and baseline.</summary>
internal sealed class RunBuilder
{
    /// <summary>Letters with more room between them, in parts of the font size, are parted by a blank: a fourth of an em is the usual blank.</summary>
    private const double BlankGap = 0.14;

    /// <summary>With more room than this they are not on one run: beyond lie tabs, columns and table cells.</summary>
    private const double WidestGap = 1.0;

    /// <summary>A letter that begins further back than this, in parts of the font size, is set anew.</summary>
    private const double FurthestBack = 0.5;

    /// <summary>Baselines that differ by less, in parts of the font size, are one.</summary>
    private const double SameBaseline = 0.05;

    /// <summary>Ascent and descent of fonts that do not tell theirs, in parts of the font size.</summary>
    private const double UsualAscent = 0.9, UsualDescent = 0.22;

    private readonly Dictionary<(string, double, bool, bool, string?), Font> fonts = [];

    /// <summary>The runs of a page.</summary>
    public List<PdfRun> Build(UglyToad.PdfPig.Content.Page page)
    {
        var runs = new List<PdfRun>();
        var open = new Draft(page.Height);
        foreach (var letter in page.Letters.Where(IsVisible))
        {
            var font = FontOf(letter);
            if (!open.Accepts(letter, font))
            {
                open.AddTo(runs);
                open = new(page.Height);
            }

            open.Add(letter, font);
        }

        open.AddTo(runs);
        return runs;
    }

    private static bool IsVisible(Letter letter) =>
        letter.RenderingMode is not (TextRenderingMode.Neither or TextRenderingMode.NeitherClip) && letter.Value is { Length: > 0 }
        && double.IsFinite(letter.StartBaseLine.X) && double.IsFinite(letter.StartBaseLine.Y);

    private Font FontOf(Letter letter)
    {
        var key = (letter.FontName ?? "", letter.PointSize, letter.FontDetails.IsBold, letter.FontDetails.IsItalic, ColorOf(letter.Color));
        if (!fonts.TryGetValue(key, out var font))
        {
            fonts[key] = font = PdfAssembly.FontOf(key.Item1, key.PointSize, key.IsBold, key.IsItalic, key.Item5);
        }

        return font;
    }

    private static string? ColorOf(IColor color)
    {
        // A pattern has no colour of its own.
        if (color is null or PatternColor)
        {
            return null;
        }

        var (red, green, blue) = color.ToRGBValues();
        return string.Create(CultureInfo.InvariantCulture, $"#{Part(red):x2}{Part(green):x2}{Part(blue):x2}");
    }

    private static int Part(double share) => (int)Math.Round(Math.Clamp(share, 0, 1) * 255);

    /// <summary>A run that is being put together.</summary>
    private sealed class Draft(double pageHeight)
    {
        private readonly StringBuilder text = new();
        private Font? font;
        private Letter? first;
        private Letter? last;
        private double left = double.MaxValue, right = double.MinValue, top = double.MaxValue, bottom = double.MinValue;

        private double Size => Math.Max(font!.SizePoints, 1);

        public bool Accepts(Letter letter, Font its)
        {
            if (last is null)
            {
                return true;
            }

            if (!its.Equals(font) || letter.FontName != last.FontName || letter.TextOrientation != last.TextOrientation)
            {
                return false;
            }

            if (letter.TextOrientation != TextOrientation.Horizontal)
            {
                return letter.TextSequence == last.TextSequence;
            }

            var gap = letter.StartBaseLine.X - last.EndBaseLine.X;
            return Math.Abs(letter.StartBaseLine.Y - first!.StartBaseLine.Y) <= SameBaseline * Size
                && gap <= WidestGap * Size && gap >= -FurthestBack * Size;
        }

        public void Add(Letter letter, Font its)
        {
            font ??= its;
            first ??= letter;
            if (last is not null && letter.TextOrientation == TextOrientation.Horizontal
                && letter.StartBaseLine.X - last.EndBaseLine.X > BlankGap * Size && !char.IsWhiteSpace(text[^1]) && !char.IsWhiteSpace(letter.Value[0]))
            {
                text.Append(' ');
            }

            text.Append(letter.Value);
            last = letter;
            Cover(letter);
        }

        public void AddTo(List<PdfRun> runs)
        {
            if (last is null)
            {
                return;
            }

            // Lines are made of text that runs from left to right; other text is told apart by having no width.
            var horizontal = last.TextOrientation == TextOrientation.Horizontal;
            runs.Add(new(text.ToString(), new(left, top, horizontal ? Math.Max(left, right) : left, Math.Max(top, bottom)), first!.FontName ?? "", font!));
        }

        private void Cover(Letter letter)
        {
            double x1 = letter.StartBaseLine.X, x2 = letter.EndBaseLine.X, y = letter.StartBaseLine.Y;
            left = Math.Min(left, Math.Min(x1, x2));
            right = Math.Max(right, Math.Max(x1, x2));
            var loose = letter.GlyphRectangleLoose;
            var tells = loose.Top - loose.Bottom is var height && height > 0.7 * Size && height < 1.7 * Size && loose.Bottom <= y && loose.Top > y;
            top = Math.Min(top, pageHeight - (tells ? loose.Top : y + (UsualAscent * Size)));
            bottom = Math.Max(bottom, pageHeight - (tells ? loose.Bottom : y - (UsualDescent * Size)));
        }
    }
}
