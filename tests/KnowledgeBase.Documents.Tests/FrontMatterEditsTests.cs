namespace KnowledgeBase.Documents.Tests;

public class FrontMatterEditsTests
{
    [Fact]
    public void Puts_in_what_is_said_and_leaves_the_rest()
    {
        var read = new FrontMatter { Title = "As read", Year = 2019, Authors = ["A. Reader"], Language = "en" };

        var front = new FrontMatterEdits { Title = "As said", Authors = [] }.Apply(read);

        Assert.Equal("As said", front.Title);
        Assert.Equal(2019, front.Year);
        Assert.Empty(front.Authors);
        Assert.Equal("en", front.Language);
    }

    [Fact]
    public void The_later_word_stands_over_the_earlier_one()
    {
        var both = new FrontMatterEdits { Title = "Later" }.Over(new() { Title = "Earlier", Year = 2001, Event = new("Meeting", "Oslo", 2000) });

        Assert.Equal(("Later", 2001, "Oslo"), (both.Title, both.Year, both.Event?.Place));
    }
}
