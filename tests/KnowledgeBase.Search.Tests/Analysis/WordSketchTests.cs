using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Tests.Analysis;

public sealed class WordSketchTests
{
    private const string Text = "Mediators should agree on one lead before talks begin, and share what they hear with the others every week.";

    [Fact]
    public void Is_the_same_whatever_the_case_the_accents_and_the_punctuation() =>
        Assert.Equal(1, WordSketch.Of("Le Médiateur, écoute!").Likeness(WordSketch.Of("le mediateur ecoute")));

    [Fact]
    public void Stays_near_when_a_few_words_are_cut_off_at_the_end()
    {
        // 16 of 18 pairs of neighbouring words remain.
        var cut = Text[..Text.LastIndexOf("every", StringComparison.Ordinal)];

        Assert.InRange(WordSketch.Of(Text).Likeness(WordSketch.Of(cut)), 0.7, 1);
    }

    [Fact]
    public void Is_far_from_a_text_of_the_same_words_in_another_order() =>
        Assert.InRange(WordSketch.Of("one two three four five six seven").Likeness(WordSketch.Of("seven five three one six four two")), 0, 0.2);

    [Fact]
    public void Reads_back_what_it_wrote()
    {
        var written = WordSketch.Of(Text).ToString();

        Assert.Equal(128, written.Length);
        Assert.Equal(written, WordSketch.Parse(written).ToString());
        Assert.Throws<FormatException>(() => WordSketch.Parse("12"));
    }

    [Fact]
    public void Stands_for_a_text_of_one_word_and_of_none()
    {
        Assert.Equal(1, WordSketch.Of("Abstract").Likeness(WordSketch.Of("abstract")));
        Assert.Equal(0, WordSketch.Of("Abstract").Likeness(WordSketch.Of("")));
    }
}
