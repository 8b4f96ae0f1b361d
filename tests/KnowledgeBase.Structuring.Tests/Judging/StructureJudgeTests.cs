using KnowledgeBase.Documents;
using KnowledgeBase.Structuring.Judging;

namespace KnowledgeBase.Structuring.Tests.Judging;

public sealed class StructureJudgeTests
{
    private const string Truth = """
        { "source": "paper.pdf", "title": "Two hands on one tiller", "year": 2020,
          "sections": [ { "title": "1. Trust", "level": 1, "page": 1 }, { "title": "Money", "level": 2, "page": 2 } ],
          "passages": [
            { "role": "paragraph", "heading_path": ["1. Trust"], "page_first": 1, "text": "one two three four five six seven eight nine ten", "footnote_refs": [1] },
            { "role": "list_item", "heading_path": ["1. Trust", "Money"], "page_first": 2, "marker": "(a)", "text": "red green blue black white" } ],
          "footnotes": [ { "number": 1, "page": 1, "text": "See above" } ] }
        """;

    [Fact]
    public void A_reading_like_the_truth_has_every_figure_full()
    {
        var score = Judge(Reading());

        Assert.All(StructureScore.Names.Except(["quotes", "attributions"]), name => Assert.Equal(1.0, score[name]));
        Assert.Null(score["quotes"]);
    }

    [Fact]
    public void Counts_words_by_how_often_they_stand_there()
    {
        // 15 true words; the reading has 14 of them and one more: F1 = 2 * 14 / (15 + 15).
        var document = Reading();
        document = document with { Passages = [document.Passages[0] with { Text = "one two three four five six seven eight nine nine" }, document.Passages[1]] };

        Assert.Equal(28.0 / 30, Judge(document)["words"]);
    }

    [Fact]
    public void A_passage_with_less_than_nine_words_of_ten_is_not_matched()
    {
        var document = Reading();
        document = document with { Passages = [document.Passages[0] with { Text = "one two three four five six seven eight" }, document.Passages[1]] };

        // 8 of 10 words: F1 16/18 = .89. One passage of two is matched, on both sides.
        var judged = StructureJudge.Judge(TruthReader.Read("t", Truth), document);
        Assert.Equal(0.5, judged.Score["passages"]);
        Assert.Equal(["passage cut in two or short of words"], judged.Faults.Found.Select(fault => fault.What));
        Assert.Equal([1], judged.Faults.Found[0].Pages);
    }

    [Fact]
    public void Levels_are_steps_below_the_top_so_that_a_part_of_a_document_can_be_judged()
    {
        var deeper = Reading() with { Sections = [new("1", "Trust", 3, 1), new(null, "Money", 4, 2)] };
        var flat = Reading() with { Sections = [new("1", "Trust", 1, 1), new(null, "Money", 1, 2)] };

        Assert.Equal(1.0, Judge(deeper)["levels"]);
        Assert.Equal(0.5, Judge(flat)["levels"]);
    }

    [Fact]
    public void A_path_is_whole_only_with_all_its_headings()
    {
        var document = Reading();
        document = document with { Passages = [document.Passages[0], document.Passages[1] with { HeadingPath = ["Money"] }] };

        var score = Judge(document);

        Assert.Equal((1.0, 0.5), (score["paths"], score["full_paths"]));
    }

    [Fact]
    public void A_heading_too_many_costs_and_is_named()
    {
        var document = Reading();
        document = document with { Sections = [.. document.Sections, new(null, "Red green blue", 2, 2)] };

        // 2 right, 3 read, 2 true.
        var judged = StructureJudge.Judge(TruthReader.Read("t", Truth), document);
        Assert.Equal(0.8, judged.Score["headings"]);
        Assert.Equal("words of a passage read as a heading", Assert.Single(judged.Faults.Found).What);
    }

    [Fact]
    public void Outside_the_judged_pages_nothing_counts()
    {
        var truth = TruthReader.Read("t", Truth.Insert(1, "\"page_range\": [1, 2], "));
        var document = Reading();
        document = document with { Passages = [.. document.Passages, Passage("elsewhere altogether", PassageRole.Paragraph, 3)], Sections = [.. document.Sections, new(null, "Annex", 1, 3)] };

        var score = StructureJudge.Judge(truth, document).Score;

        Assert.Equal((1.0, 1.0), (score["words"], score["headings"]));
    }

    [Fact]
    public void Hashes_of_words_stand_for_the_words()
    {
        // CRC-32 of "123456789" is the check value of its definition.
        Assert.Equal(1.0, WordBag.OfHashes([0xCBF43926]).Overlap(WordBag.Of("123456789")));
    }

    [Fact]
    public void Pooling_adds_the_counts()
    {
        var score = Judge(Reading());
        var half = new StructureScore(score.Figures.ToDictionary(pair => pair.Key, pair => pair.Key == "headings" ? new FigureCount(0, 0, 6) : pair.Value));

        // 2 right of 2 read and 2 true, with 0 right of 0 read and 6 true: 2 * 2 / (2 + 8).
        Assert.Equal(0.4, StructureScore.Pool([score, half])["headings"]);
    }

    [Fact]
    public void What_is_no_truth_is_rejected_by_name()
    {
        var error = Assert.Throws<RejectedInputException>(() => TruthReader.Read("broken", "{ \"passages\": [ 1 ] }"));

        Assert.Equal("bad-truth", error.Problem.Code);
        Assert.Contains("'broken'", error.Message, StringComparison.Ordinal);
    }

    private static StructureScore Judge(StructuredDocument document) => StructureJudge.Judge(TruthReader.Read("t", Truth), document).Score;

    private static StructuredDocument Reading() =>
        new(
            new("0123456789ab"), new("paper.pdf", new('0', 64), SourceFormat.Pdf, 1), 2, new() { Title = "Two hands on one tiller", Year = 2020 },
            [new("1", "Trust", 1, 1), new(null, "Money", 2, 2)],
            [
                Passage("One, two, three, four, five, six, seven, eight, nine, ten.", PassageRole.Paragraph, 1) with { HeadingPath = ["Trust"], FootnoteRefs = [new("1", 5)] },
                Passage("Red green blue black white", PassageRole.ListItem, 2) with { HeadingPath = ["Trust", "Money"], Marker = "a)" },
            ],
            [new(new("n"), "1", "See above.", FootnoteType.Citation) { Page = 1 }], [], [], []);

    private static Passage Passage(string text, PassageRole role, int page) => new(new("p"), role, text) { PageFirst = page, PageLast = page };
}
