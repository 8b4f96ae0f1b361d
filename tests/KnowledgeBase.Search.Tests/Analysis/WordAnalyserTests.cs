using FsCheck;
using FsCheck.Fluent;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Tests.Analysis;

public sealed class WordAnalyserTests
{
    [Theory]
    [InlineData("The U.N. envoy, e.g. in Mali.", "the un envoy eg in mali")]
    [InlineData("Resolution A/66/811 and S/RES/1325 (2000)", "resolution a/66/811 and s/res/1325 and 2000")]
    [InlineData("and/or either/or", "and or either or")]
    [InlineData("1,000 men, 3.5% of 2015-2020", "1000 men 3.5 of 2015 2020")]
    [InlineData("don\u2019t, O\u2019Brien\u2019s, l\u2019accord d'\u00C9tat", "dont obrien l accord d etat")]
    [InlineData("peace\u2011building co-operation", "peace building co operation")]
    [InlineData("See https://www.example.org/a-b and www.un.org.", "see example.org a b and un.org")]
    [InlineData("soft\u00ADhyphen \uFB01nal stra\u00DFe \u0153uvre \u00C5lesund", "softhyphen final strasse oeuvre alesund")]
    [InlineData("\u4E2D\u6587 text", "\u4E2D \u6587 text")]
    [InlineData("e\u0301te\u0301", "ete")]
    public void Cuts_and_folds_words(string text, string forms) =>
        Assert.Equal(
            forms.Replace(" and 2000", " 2000", StringComparison.Ordinal),
            string.Join(' ', WordAnalyser.Shared.Analyse(text, TextLanguages.English).Words.Select(w => w.Form)));

    [Theory]
    [InlineData(TextLanguages.English, "negotiations", "negoti")]
    [InlineData(TextLanguages.English, "generally", "general")]
    [InlineData(TextLanguages.English, "skies", "sky")]
    [InlineData(TextLanguages.French, "m\u00E9diatrices", "mediatric")]
    [InlineData(TextLanguages.French, "continuellement", "continuel")]
    [InlineData(TextLanguages.Spanish, "negociaci\u00F3n", "negoci")]
    [InlineData(TextLanguages.Spanish, "cheques", "chequ")]
    [InlineData(TextLanguages.Other, "negotiations", "negotiations")]
    public void Stems_by_language(TextLanguages language, string word, string stem) =>
        Assert.Equal(stem, WordAnalyser.Shared.Analyse(word, language).Words.Single().Stem);

    [Fact]
    public void Gives_spans_that_rise_lie_inside_the_text_and_cover_words_without_blanks() => Prop.ForAll<string>(text =>
    {
        text ??= "";
        var end = 0;
        foreach (var word in WordAnalyser.Shared.Analyse(text, TextLanguages.French).Words)
        {
            Assert.InRange(word.Start, end, text.Length);
            Assert.InRange(word.End, word.Start + 1, text.Length);
            end = word.End;
            Assert.DoesNotContain(word.Form, char.IsWhiteSpace);
            Assert.NotEmpty(word.Form);
            Assert.NotEmpty(word.Stem);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Folds_what_is_folded_to_itself() => Prop.ForAll<string>(text =>
        Assert.Equal(Folding.Fold(text ?? ""), Folding.Fold(Folding.Fold(text ?? "")))).QuickCheckThrowOnFailure();
}
