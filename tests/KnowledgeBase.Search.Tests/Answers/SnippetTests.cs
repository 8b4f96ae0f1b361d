using System.Net;
using FsCheck;
using FsCheck.Fluent;
using KnowledgeBase.Search.Answers;

namespace KnowledgeBase.Search.Tests.Answers;

public sealed class SnippetTests
{
    [Fact]
    public void Gives_a_short_passage_whole_with_its_words_marked()
    {
        var snippet = Snippet.Cut("Trust & <donors>.", [new(0, 5), new(9, 15)]);

        Assert.Equal("<mark>Trust</mark> &amp; &lt;<mark>donors</mark>&gt;.", snippet.ToHtml());
    }

    [Fact]
    public void Cuts_where_most_different_words_stand()
    {
        var before = string.Concat(Enumerable.Repeat("trust word ", 60));
        var text = before + "trust among donors " + string.Concat(Enumerable.Repeat("other word ", 60));
        var spans = new List<TextSpan> { new(0, 5), new(before.Length, before.Length + 5), new(before.Length + 12, before.Length + 18) };

        var snippet = Snippet.Cut(text, spans);

        Assert.Contains("<mark>trust</mark> among <mark>donors</mark>", snippet.ToHtml(), StringComparison.Ordinal);
        Assert.StartsWith("…", snippet.ToHtml(), StringComparison.Ordinal);
        Assert.EndsWith("…", snippet.ToHtml(), StringComparison.Ordinal);
        Assert.InRange(snippet.Text.Length, 100, Snippet.Length + 20);
    }

    [Fact]
    public void Quotes_only_what_is_in_the_passage() => Prop.ForAll<string, int>((text, seed) =>
    {
        text = string.Concat(Enumerable.Repeat((text ?? "") + " word ", 40));
        var random = new Random(seed);
        var spans = Enumerable.Range(0, 5).Select(_ => random.Next(text.Length - 3)).Distinct().Order()
            .Select(start => new TextSpan(start, start + 1)).ToArray();

        var snippet = Snippet.Cut(text, spans);

        Assert.Contains(snippet.Text, text, StringComparison.Ordinal);
        Assert.All(snippet.Marks, m => Assert.InRange(m.End, m.Start + 1, snippet.Text.Length));
        var plain = snippet.ToHtml().Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal);
        Assert.Equal((snippet.CutBefore ? "…" : "") + snippet.Text + (snippet.CutAfter ? "…" : ""), WebUtility.HtmlDecode(plain));
    }).QuickCheckThrowOnFailure();
}
