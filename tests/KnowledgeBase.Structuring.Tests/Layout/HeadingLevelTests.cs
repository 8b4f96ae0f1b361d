using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Tests.Layout;

/// <summary>Levels of headings: what the printed contents page and the counting of chapters say of them.</summary>
public sealed class HeadingLevelTests
{
    private const double Left = 70;
    private const double Right = 525;

    [Fact]
    public void Levels_are_those_of_the_printed_contents_page()
    {
        var document = RealLayoutTests.Report(new PageSketch()
            .Line(Left, 40, "Contents", 16, bold: true)
            .Line(Left + 6, 80, "I. Beginnings .................. 2")
            .Line(Left + 40, 95, "The first round ............... 2")
            .Line(Left, 110, "II. Borders .................... 3")
            .Line(Left + 40, 125, "The second round .............. 3"))
            .Structure();

        Assert.Equal([1, 1, 2, 1, 2], document.Sections.Select(section => section.Level));
        Assert.All(document.Sections, section => Assert.Equal(0.9, section.LevelConfidence));
    }

    [Fact]
    public void A_contents_page_of_one_depth_says_nothing_of_levels()
    {
        var document = RealLayoutTests.Report(new PageSketch()
            .Line(Left, 40, "Contents", 16, bold: true)
            .Line(Left, 80, "Beginnings ..................... 2")
            .Line(Left, 95, "The first round ................ 2")
            .Line(Left, 110, "Borders ........................ 3")
            .Line(Left, 125, "The second round ............... 3"))
            .Structure();

        Assert.Equal([2, 1, 2, 1], document.Sections.Skip(1).Select(section => section.Level));
    }

    [Fact]
    public void Chapters_that_count_on_are_siblings_in_whatever_type_and_annexes_are_chapters()
    {
        var sketch = new PageSketch();
        (string Title, double Size)[] headings =
            [("I. Beginnings", 14), ("A. The lake", 12), ("II. Borders", 14), ("B. The bridge", 12), ("III. Courts", 12), ("IV. Schools", 14), ("Annex II", 12)];
        for (var i = 0; i < headings.Length; i++)
        {
            sketch.Line(Left, 60 + (90 * i), headings[i].Title, headings[i].Size, bold: true)
                .Text(Left, 84 + (90 * i), Right, "The delegations met in the old customs house and said what they had to", "say about it, one by one.");
        }

        var document = sketch.Structure();

        Assert.Equal([1, 2, 1, 2, 1, 1, 1], document.Sections.Select(section => section.Level));
    }

    [Fact]
    public void Chapters_are_siblings_though_some_titles_are_set_smaller_than_others()
    {
        var document = Headings(
            ("Chapter I", 14, "Beginnings", 14), ("", 0, "Resolution 4/1", 12), ("", 0, "Resolution 4/2", 12), ("Chapter II", 14, "Borders and crossings", 12),
            ("Chapter III", 14, "Courts and judges", 12), ("Chapter IV", 14, "Schools", 14));

        Assert.Equal([1, 2, 2, 1, 1, 1], document.Sections.Select(section => section.Level));
    }

    [Fact]
    public void The_chapters_of_a_law_lie_under_its_titles_in_the_same_type()
    {
        var document = Headings(
            ("", 0, "TÍTULO I", 12), ("", 0, "CAPÍTULO I", 12), ("", 0, "CAPÍTULO II", 12), ("", 0, "TÍTULO II", 12), ("", 0, "CAPÍTULO I", 12), ("", 0, "CAPÍTULO ÚNICO", 12));

        Assert.Equal([1, 2, 2, 1, 2, 2], document.Sections.Select(section => section.Level));
    }

    [Fact]
    public void Entries_of_a_contents_page_numbered_alike_are_one_depth_though_their_numbers_end_in_line()
    {
        var document = RealLayoutTests.Report(new PageSketch()
            .Line(Left, 40, "Contents", 16, bold: true)
            .Line(Left + 6, 80, "I. Beginnings .................. 2")
            .Line(Left + 40, 95, "The first round ............... 2")
            .Line(Left, 110, "II. Borders .................... 3")
            .Line(Left + 40, 125, "The second round .............. 3")
            .Line(Left + 6, 140, "V. Outlook ..................... 9")
            .Line(Left, 155, "VI. Thanks ..................... 9"))
            .Structure();

        Assert.Equal([1, 1, 2, 1, 2], document.Sections.Select(section => section.Level));
    }

    private static StructuredDocument Headings(params (string Name, double NameSize, string Title, double Size)[] headings)
    {
        var sketch = new PageSketch();
        for (var i = 0; i < headings.Length; i++)
        {
            var (name, nameSize, title, size) = headings[i];
            if (name.Length > 0)
            {
                sketch.Line(Left, 42 + (95 * i), name, nameSize, bold: true);
            }

            sketch.Line(Left, 60 + (95 * i), title, size, bold: true)
                .Text(Left, 84 + (95 * i), Right, "The delegations met in the old customs house and said what they had to", "say about it, one by one.");
        }

        return sketch.Structure();
    }
}
