using FsCheck;
using FsCheck.Fluent;
using KnowledgeBase.Search.Meaning.Network;

namespace KnowledgeBase.Search.Tests.Meaning.Network;

public sealed class PieceTokenizerTests
{
    // Ids are places in this list; the first is the mark for what is unknown. '▁' begins a word.
    private static readonly PieceTokenizer Tokenizer = new(new PieceVocabulary(
        [
            new("?", 0),       // 0: reserved
            new("▁", -5),      // 1
            new("a", -4),      // 2
            new("b", -4),      // 3
            new("ab", -5),     // 4
            new("▁ab", -6),    // 5
            new("ba", -9),     // 6
            new("é", -4),      // 7
        ],
        reserved: 1));

    [Fact]
    public void Has_no_pieces_for_the_empty_text() => Assert.Empty(Tokenizer.Tokenize(""));

    // "▁ab" costs 6, "▁"+"ab" 10, "▁"+"a"+"b" 13.
    [Fact]
    public void Takes_the_most_probable_path() => Assert.Equal([5], Tokenizer.Tokenize("ab"));

    // "▁ab"+"ab" costs 11; "▁"+"a"+"ba"+"b" 22.
    [Fact]
    public void Compares_whole_paths_rather_than_pieces() => Assert.Equal([5, 4], Tokenizer.Tokenize("abab"));

    // "▁"+"b"+"a" costs 13, "▁"+"ba" 14: the longer piece loses.
    [Fact]
    public void Prefers_two_probable_pieces_to_a_rare_one() => Assert.Equal([1, 3, 2], Tokenizer.Tokenize("ba"));

    [Fact]
    public void Marks_each_space_and_the_beginning() => Assert.Equal([5, 1, 5, 1], Tokenizer.Tokenize("ab  ab "));

    [Fact]
    public void Merges_neighbouring_unknown_symbols() => Assert.Equal([1, 0, 2, 0], Tokenizer.Tokenize("xyazzz"));

    [Fact]
    public void Counts_a_symbol_outside_the_basic_plane_as_one() => Assert.Equal([1, 0, 3], Tokenizer.Tokenize("😀b"));

    [Fact]
    public void Composes_accents_and_splits_ligatures_before_it_looks()
    {
        Assert.Equal([1, 7], Tokenizer.Tokenize("e\u0301"));
        Assert.Equal(Tokenizer.Tokenize("ab"), Tokenizer.Tokenize("ａｂ"));
    }

    [Fact]
    public void Knows_no_blank_but_the_space() => Assert.Equal([1, 0, 2], Tokenizer.Tokenize("\ta"));

    [Fact]
    public void Never_finds_a_reserved_piece() => Assert.Equal([1, 0], Tokenizer.Tokenize("?"));

    [Fact]
    public void Gives_any_text_pieces_of_the_vocabulary() =>
        Prop.ForAll<string?>(text => Tokenizer.Tokenize(text ?? "").All(id => id is >= 0 and < 8)).QuickCheckThrowOnFailure();

    [Fact]
    public void Reads_a_vocabulary_of_pairs_and_counts_a_missing_score_as_nought()
    {
        var vocabulary = PieceVocabulary.Parse("""[["?",0],[":",null],["▁",-2.5]]"""u8, reserved: 1);

        Assert.Equal(3, vocabulary.Count);
        Assert.Equal([0, 0, -2.5], Enumerable.Range(0, 3).Select(vocabulary.Score));
    }

    [Theory]
    [InlineData("""{"a":1}""")]
    [InlineData("""[["a"]]""")]
    [InlineData("""[["a","b"]]""")]
    [InlineData("""[[1,2]]""")]
    [InlineData("""[["a",1]""")]
    [InlineData("")]
    public void Refuses_a_vocabulary_of_another_form(string json) =>
        Assert.Throws<FormatException>(() => PieceVocabulary.Parse(System.Text.Encoding.UTF8.GetBytes(json), reserved: 1));

    [Fact]
    public void Gives_the_last_id_of_a_piece_listed_twice()
    {
        var vocabulary = new PieceVocabulary([new("?", 0), new("▁", -1), new("a", -3), new("a", -2)], reserved: 1);

        Assert.Equal([1, 3], new PieceTokenizer(vocabulary).Tokenize("a"));
    }
}
