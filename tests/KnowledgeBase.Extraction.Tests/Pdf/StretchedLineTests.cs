using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Pdf;

namespace KnowledgeBase.Extraction.Tests.Pdf;

/// <summary>Blanks of a justified line may be as wide as gutters; that all are equal tells them from gutters.</summary>
public sealed class StretchedLineTests
{
    private const double Right = 400;

    [Fact]
    public void A_stretched_line_of_justified_text_is_one_line() =>
        Assert.Contains("Principles guiding the resettlement", Build(20, 20, 20, Right));

    [Fact]
    public void Cells_at_unequal_distances_stay_cells() => Assert.Contains("guiding", Build(20, 26, 20, Right));

    [Fact]
    public void A_row_that_ends_short_of_the_text_stays_cells() => Assert.Contains("guiding", Build(20, 20, 20, Right - 30));

    private static List<string> Build(double first, double second, double third, double right)
    {
        var font = new Font("Serif", 10, false, false, "#000000");
        var runs = new List<TextRun> { new("The members of the working group have written down again the", new(60, 50, Right, 62), font) };
        (string Text, double Width)[] words = [("Principles", 45), ("guiding", 34), ("the", 14), ("resettlement", 62)];
        double[] gaps = [first, second, third, 0];
        var left = right - words.Sum(word => word.Width) - gaps.Sum();
        foreach (var ((text, width), gap) in words.Zip(gaps))
        {
            runs.Add(new(text, new(left, 64, left + width, 76), font));
            left += width + gap;
        }

        return LineBuilder.Build(runs, 595, 842).Select(line => line.Text).ToList();
    }
}
