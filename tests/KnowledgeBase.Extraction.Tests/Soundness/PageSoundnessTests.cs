using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Pdf;
using KnowledgeBase.Extraction.Soundness;

namespace KnowledgeBase.Extraction.Tests.Soundness;

public sealed class PageSoundnessTests
{
    private const string Sound =
        "Mediators who arrive late find that the parties have already chosen with whom they will speak, and that the price of a second channel is the trust that was put into the first one by people who took risks for it. "
        + "Nobody asked whether another table should stand between both delegations during those weeks, although everyone remembered earlier rounds.";

    /// <summary>What a font with numbers of its own makes of letters.</summary>
    private static readonly string Broken = Shift(Sound);

    [Fact]
    public void A_page_of_a_broken_font_with_too_few_letters_to_measure_is_unreliable_too()
    {
        // The font's whole text shows that it is broken; this page's share holds names in capitals and hardly a longer word.
        string[] names = ["$5 <QA @E7", "L=,&&;> X57 (B8", ">K7@A 7 V5AX hq N_", "5AF<7B ,<? l5j <QA", "&;<>B 2AB@ A5M7 B+", "n)57@ BjF7 2<> G,5", "-A8@= KD?7 F9B< rA", ".AC<5 d:@B M<=K n:", "o5<< MF@7 B?$A C'7", "=:5= E<;@ ;7B> <C=", "K<5 q$&+ ,VXh rM6b"];
        var pages = new[] { Page(1, Run("AAAAAA+Own", Broken)), Page(2, Run("AAAAAA+Own", string.Join(' ', names))), Page(3, Run("Times", Sound)) };

        Assert.Null(TextSoundness.Of(string.Join(' ', names)).Likeness);
        Assert.Equal([1, 2], PageSoundness.Unreliable(pages).Pages);
    }

    [Fact]
    public void A_name_in_a_broken_font_amid_sound_text_is_told_of_and_costs_the_page_nothing()
    {
        var pages = new[]
        {
            Page(1, Run("Times", string.Concat(Enumerable.Repeat(Sound + " ", 3))), Run("BBBBBB+Own", "\uF066\uF073\uF07A\uF073\uF088\uF084"), Run("BBBBBB+Own", "\uF061\uF084\uF081\uF089")),
            Page(2, Run("Times", Sound), Run("BBBBBB+Own", "\uF066")),
            Page(3, Run("Times", Sound)),
            Page(4, Run("BBBBBB+Own", "\uF066\uF073\uF07A\uF073\uF088\uF084 \uF066\uF073\uF07A\uF073\uF088\uF084 \uF061\uF084\uF081\uF089 \uF066\uF073\uF07A\uF073\uF088\uF084")),
        };

        var (whole, words) = PageSoundness.Unreliable(pages);

        Assert.Equal([4], whole);
        Assert.Equal([1], words);
    }

    [Fact]
    public void Figures_in_a_font_that_is_broken_elsewhere_say_nothing()
    {
        var figures = string.Join(' ', Enumerable.Range(0, 30).Select(i => $"{2000 + i} 4{i},5% ({i}.1)"));
        var pages = new[] { Page(1, Run("AAAAAA+Own", Broken)), Page(2, Run("AAAAAA+Own", figures)), Page(3, Run("Times", Sound), Run("AAAAAA+Own", "2030 2031")) };

        var (whole, words) = PageSoundness.Unreliable(pages);

        Assert.Equal([1], whole);
        Assert.Empty(words);
    }

    [Fact]
    public void Words_too_few_to_be_measured_are_told_by_what_the_font_makes_of_others()
    {
        var sound = "Wells and ropes belong to both towns by the lake";
        var shifted = Shift(sound);
        var text = Run("Times", string.Concat(Enumerable.Repeat(Sound + " ", 3)));
        PdfRun[] Words(string words) => [.. words.Split(' ').Select(word => Run("AAAAAA+Own", word))];
        var pages = new[]
        {
            Page(1, Run("AAAAAA+Own", Broken)),
            Page(2, [text, .. Words(shifted)]),
            Page(3, [text, Run("AAAAAA+Own", shifted)]),
            Page(4, [text, .. Words(Shift("as he is at it if we do by an on us or to"))]),
            Page(5, [text, Run("AAAAAA+Own", sound)]),
            Page(6, Run("AAAAAA+Own", shifted)),
            Page(7, Run("AAAAAA+Own", sound)),
        };

        var (whole, words) = PageSoundness.Unreliable(pages);

        Assert.Equal([1, 6], whole);
        Assert.Equal([2, 3, 4], words);
    }

    private static PdfContentPage Page(int number, params PdfRun[] runs) => new(number, 595, 842, runs);

    private static PdfRun Run(string font, string text) => new(text, new(70, 70, 500, 82), font, new("Own", 10, false, false, null));

    private static string Shift(string text) => string.Concat(text.Select(c => char.IsLetter(c) ? (char)('a' + ((char.ToLowerInvariant(c) - 'a' + 3) % 26)) : c));
}
