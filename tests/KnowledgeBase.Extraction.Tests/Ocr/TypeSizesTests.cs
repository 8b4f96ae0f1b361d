using KnowledgeBase.Extraction.Ocr;

namespace KnowledgeBase.Extraction.Tests.Ocr;

public sealed class TypeSizesTests
{
    /// <summary>At 300 dots per inch a pixel is 0.24 points; ascenders of 0.70 of the size make 10 points 29.2 pixels.</summary>
    private const double PixelsPerPoint = 0.70 / 0.24;

    [Fact]
    public void Gives_lines_measured_a_little_differently_one_size()
    {
        double[] heights = [10.0, 10.2, 9.9, 10.1, 9.8, 10.0, 8.0, 8.1, 7.9, 8.0];
        var page = new RecognisedPage(1, 0.24, 0, heights.Select(size => Line(size, 0.68)).ToList());
        var sizes = new TypeSizes([page]);

        var read = page.Lines.Select(line => sizes.SizeOf(line.Shape!, 0.24)).ToList();

        Assert.Equal(2, read.Distinct().Count());
        Assert.All(read.Take(6), size => Assert.Equal(10, size, 0.15));
        Assert.All(read.Skip(6), size => Assert.Equal(8, size, 0.15));
    }

    [Fact]
    public void Knows_a_size_by_low_letters_alone_in_the_documents_own_proportion()
    {
        var lines = Enumerable.Range(0, 6).Select(_ => Line(10, 0.75)).ToList();
        var lowOnly = new LineShape(0, 10 * PixelsPerPoint * 0.75, null);
        var sizes = new TypeSizes([new(1, 0.24, 0, lines)]);

        Assert.Equal(10, sizes.SizeOf(lowOnly, 0.24), 0.15);
    }

    [Fact]
    public void Leaves_a_size_of_its_own_to_a_lone_title()
    {
        var lines = Enumerable.Range(0, 20).Select(_ => Line(10, 0.68)).Append(Line(18, 0.68)).ToList();
        var sizes = new TypeSizes([new(1, 0.24, 0, lines)]);

        Assert.Equal(18, sizes.SizeOf(lines[^1].Shape!, 0.24), 0.2);
    }

    private static RecognisedLine Line(double size, double proportion) =>
        new(0, [new("Mediators", new(0, 0, 200, 40), 0.9)]) { Shape = new(40, size * PixelsPerPoint * proportion, size * PixelsPerPoint) };
}
