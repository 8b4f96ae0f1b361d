using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Tests.Layout;

/// <summary>Whatever a page looks like, no printed word is lost and none is told twice.</summary>
public sealed partial class LineAccountTests
{
    private const double Left = 60;
    private const double Right = 535;
    private const double Gutter = 25;
    private const double Bottom = 770;

    [Fact]
    public void Every_printed_word_lands_in_exactly_one_place() => Prop.ForAll<int>(seed =>
    {
        var (sketch, words) = Draw(new Random(seed));

        var document = sketch.Structure();

        var told = Places(document).SelectMany(text => Word().Matches(text)).Select(match => match.Value).ToList();
        Assert.Equal(words.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Spans_lie_inside_their_text_and_pages_inside_the_document() => Prop.ForAll<int>(seed =>
    {
        var document = Draw(new Random(seed)).Sketch.Structure();

        foreach (var passage in document.Passages)
        {
            Assert.True(passage.PageFirst >= 1 && passage.PageFirst <= passage.PageLast && passage.PageLast <= document.PageCount);
            Assert.All(passage.Printed, line => Assert.True(line.Start >= 0 && line.Start <= line.End && line.End <= passage.Text.Length));
            Assert.All(passage.Printed, line => Assert.InRange(line.Page, passage.PageFirst!.Value, passage.PageLast!.Value));
            Assert.All(passage.FootnoteRefs, mark => Assert.InRange(mark.Offset, 0, passage.Text.Length));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_pages_give_the_same_document() => Prop.ForAll<int>(seed =>
        Draw(new Random(seed)).Sketch.Structure().Passages.Select(passage => (passage.Id, passage.Role, passage.Text))
            .SequenceEqual(Draw(new Random(seed)).Sketch.Structure().Passages.Select(passage => (passage.Id, passage.Role, passage.Text)))).QuickCheckThrowOnFailure();

    private static IEnumerable<string> Places(StructuredDocument document) =>
        document.Sections.SelectMany(section => new[] { section.Number ?? "", section.Title })
            .Concat(document.Passages.SelectMany(passage => new[] { passage.Marker ?? "", passage.Text, passage.Attribution ?? "" }))
            .Concat(document.Footnotes.Select(note => note.Text))
            .Concat(document.SetAside.Select(line => line.Text));

    /// <summary>Pages in one or two columns with headings, paragraphs, items, footnotes, running heads and numbers; every word is used once.</summary>
    private static (PageSketch Sketch, List<string> Words) Draw(Random random)
    {
        var sketch = new PageSketch();
        var words = new List<string>();
        var pages = random.Next(1, 4);
        for (var page = 0; page < pages; page++)
        {
            if (page > 0)
            {
                sketch.NewPage();
            }

            sketch.Line(Left, 30, Words(random, words, 3), 8);
            sketch.Line(290, 810, FormattableString.Invariant($"{page + 1}"), 8);
            var columns = random.Next(1, 3);
            var width = columns == 1 ? Right - Left : (Right - Left - Gutter) / 2;
            for (var column = 0; column < columns; column++)
            {
                DrawColumn(sketch, random, words, Left + (column * (width + Gutter)), width);
            }
        }

        return (sketch, words);
    }

    private static void DrawColumn(PageSketch sketch, Random random, List<string> words, double left, double width)
    {
        var notes = random.Next(0, 3);
        var end = Bottom - (notes * 14);
        for (var top = 60.0; top < end - 90;)
        {
            switch (random.Next(0, 6))
            {
                case 0:
                    sketch.Line(left, top, Words(random, words, 3), random.Next(12, 17), bold: true);
                    top += 30;
                    break;
                case 1:
                    sketch.Line(left + 12, top, "• " + Words(random, words, 4) + ".");
                    top += 18;
                    break;
                default:
                    var lines = random.Next(1, 6);
                    for (var line = 0; line < lines; line++)
                    {
                        var last = line == lines - 1;
                        sketch.Line(left, top, Words(random, words, Math.Max(2, (int)(width / 45))) + (last ? "." : ""), right: last ? null : left + width);
                        top += 12;
                    }

                    top += 12;
                    break;
            }
        }

        for (var note = 0; note < notes; note++)
        {
            sketch.Line(left, end + 4 + (note * 12), FormattableString.Invariant($"^{note + 1}^ {Words(random, words, 4)}."), 8);
        }
    }

    private static string Words(Random random, List<string> words, int count)
    {
        const string Consonants = "bdfgklmnprstv";
        const string Vowels = "aeiou";
        var made = Enumerable.Range(words.Count, count).Select(n =>
            $"{Consonants[n % 13]}{Vowels[n / 13 % 5]}{Consonants[n / 65 % 13]}{Vowels[n / 845 % 5]}{Consonants[random.Next(13)]}").ToList();
        words.AddRange(made);
        return string.Join(' ', made);
    }

    [GeneratedRegex(@"[a-z]{5}")]
    private static partial Regex Word();
}
