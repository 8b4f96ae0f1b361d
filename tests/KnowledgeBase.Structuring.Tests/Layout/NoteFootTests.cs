using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Tests.Layout;

/// <summary>Running feet that stand as close under notes as the notes' own lines.</summary>
public sealed class NoteFootTests
{
    private const double Left = 70;
    private const double Right = 525;

    [Theory]
    [InlineData("Talk with the heads of the office of the commission in the town, 4 July 2029.", "Wells and Ropes, May 2030")]
    [InlineData("Talk with the heads of the office of the commission in the town, 4 July", "2 May 2030")]
    [InlineData("Talk with the heads of the office, see", "Wells and Ropes of the Two Towns by the Lake")]
    public void Running_feet_under_notes_do_not_come_back_into_the_text(string note, string foot)
    {
        var document = Pages(note, _ => foot, _ => true).Structure();

        Assert.Equal(4, document.Footnotes.Count);
        Assert.All(document.Footnotes, found => Assert.EndsWith(note, found.Text, StringComparison.Ordinal));
        Assert.Equal(4, document.SetAside.Count(line => line.Text == foot));
    }

    [Fact]
    public void A_foot_that_counts_the_pages_does_not_come_back()
    {
        var document = Pages("Talk with the heads of the office of the commission in the town, on the", page => $"wells of both towns | {page + 40}", _ => true).Structure();

        Assert.Equal(4, document.Footnotes.Count);
        Assert.All(document.Footnotes, found => Assert.EndsWith("on the", found.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void What_stands_on_pages_without_notes_as_well_is_a_running_foot()
    {
        const string Foot = "wells and ropes of the two towns by the lake";

        var document = Pages("Talk with the heads of the office of the commission in the town, on the", _ => Foot, page => page == 1).Structure();

        Assert.EndsWith("on the", Assert.Single(document.Footnotes).Text, StringComparison.Ordinal);
    }

    /// <summary>Four pages with a note in two lines on those that have one, and a foot right under where it ends.</summary>
    private static PageSketch Pages(string note, Func<int, string> foot, Func<int, bool> hasNote)
    {
        var sketch = new PageSketch();
        for (var page = 0; page < 4; page++)
        {
            var mark = hasNote(page) ? $"^{(2 * page) + 1}^" : "";
            sketch.Text(Left, 160, Right, $"Talk {page} of the commission was held in the old customs house, which both sides{mark}", "could reach on foot, and whoever wished to speak there could do so until the sun had", "gone.")
                .Text(Left, 220, Right, $"In year {page} of the talks nobody wrote down who had said what to whom, since all who", "had come knew each other and trusted those who would have had to do the writing.");
            if (hasNote(page))
            {
                sketch.Line(Left, 746, $"{(2 * page) + 1} Whoever came to the customs house in the first of the years that the talks took,", 8, right: 440).Line(Left, 755.6, note, 8, right: note.EndsWith("see", StringComparison.Ordinal) ? null : 440);
            }

            sketch.Line(Left, 765.2, foot(page), 8);
            sketch = page < 3 ? sketch.NewPage() : sketch;
        }

        return sketch;
    }
}
