using KnowledgeBase.Tagging.Rules;
using KnowledgeBase.Tagging.Text;

namespace KnowledgeBase.Tagging.Tests.Rules;

public sealed class CueLexiconTests
{
    [Theory]
    [InlineData("gap", "a gap here", "gap")]
    [InlineData("gap", "gaps here", "")]
    [InlineData("hinder*", "it hindered us", "hindered")]
    [InlineData("^ensure", "Ensure this", "Ensure")]
    [InlineData("^ensure", "1. Ensure this", "Ensure")]
    [InlineData("^ensure", "to ensure this", "")]
    [InlineData("no .. plan", "no good common plan", "no good common plan")]
    [InlineData("no .. plan", "no one two three four plan", "")]
    [InlineData("don't", "Don\u2019t wait", "Don\u2019t")]
    [InlineData("défi*", "Un defi", "defi")]
    public void Matches_cues_as_whole_words(string cue, string text, string expected)
    {
        var lexicon = CueLexicon.Parse($"challenge word 1\n  {cue}\n", "test");

        var hits = lexicon.Find(Tokenizer.Tokenize(text), headings: false);

        Assert.Equal(expected.Length == 0 ? [] : [expected], hits.Select(hit => text[hit.Start..hit.End]));
    }

    [Fact]
    public void Counts_the_longest_of_overlapping_cues_once()
    {
        var lexicon = CueLexicon.Parse("challenge word 1\n  lack | lack of | lack of trust\n", "test");

        Assert.Equal((0, 13), lexicon.Find(Tokenizer.Tokenize("lack of trust"), headings: false).Select(hit => (hit.Start, hit.End)).Single());
    }

    [Fact]
    public void Keeps_heading_cues_out_of_the_text()
    {
        var lexicon = CueLexicon.Parse("heading challenge 1\n  risk\n", "test");
        var words = Tokenizer.Tokenize("risk");

        Assert.Empty(lexicon.Find(words, headings: false));
        Assert.Single(lexicon.Find(words, headings: true));
    }

    [Theory]
    [InlineData("challenge word\n", "line 1")]
    [InlineData("# head\n  loose cue\n", "line 2")]
    [InlineData("challenge word 1\n  ..\n", "line 2")]
    public void Names_file_and_line_of_a_mistake(string text, string place)
    {
        var error = Assert.Throws<FormatException>(() => CueLexicon.Parse(text, "cues.xx.txt"));

        Assert.Contains("cues.xx.txt, " + place, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_cues_for_every_tag_in_every_language()
    {
        var labels = Documents.TagSet.Kinds
            .Concat(Documents.TagSet.Themes.Select(theme => "theme." + theme))
            .Concat(Documents.TagSet.Addressees.Select(addressee => "addressee." + addressee))
            .Order(StringComparer.Ordinal).ToArray();

        Assert.All(CueLexicon.Languages, language =>
            Assert.Equal(labels, CueLexicon.Load(language).Groups.Select(group => group.Label).Distinct().Order(StringComparer.Ordinal)));
    }
}
