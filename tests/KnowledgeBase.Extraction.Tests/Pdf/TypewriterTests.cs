using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Pdf;

namespace KnowledgeBase.Extraction.Tests.Pdf;

/// <summary>Two blanks after a sentence are wider in typewriter type than a gutter in print.</summary>
public sealed class TypewriterTests
{
    private const double Size = 10;
    private const double Pitch = 6;

    [Fact]
    public void A_typed_line_with_two_blanks_after_a_sentence_is_one_line()
    {
        var lines = Build(Pitch, "for want of water.");

        Assert.Contains("for want of water. One", lines);
        Assert.Equal(6, lines.Count);
    }

    [Fact]
    public void A_gap_as_wide_after_an_open_sentence_parts_cells() => Assert.Contains("for want of water", Build(Pitch, "for want of water"));

    [Fact]
    public void A_gap_as_wide_in_printed_type_is_a_gutter() => Assert.Contains("for want of water.", Build(null, "for want of water."));

    private static List<string> Build(double? pitch, string before)
    {
        var font = new Font("Courier", Size, false, false, "#000000");
        var runs = new List<TextRun>();
        string[] texts = ["the wells of the valley", "were closed in the spring", "and opened in the autumn", "when the rain had come", "to both of the towns", before];
        for (var i = 0; i < texts.Length; i++)
        {
            // Printed letters differ in width, and so do the averages of lines.
            runs.Add(new(texts[i], new(50, 50 + (12 * i), 50 + (texts[i].Length * (pitch ?? 5 + (i * 0.1))), 60 + (12 * i)), font));
        }

        var left = runs[^1].Box.Right + (2 * Pitch);
        runs.Add(new("One", new(left, 110, left + (3 * Pitch), 120), font));
        return LineBuilder.Build(runs, 595, 842).Select(line => line.Text).ToList();
    }
}
