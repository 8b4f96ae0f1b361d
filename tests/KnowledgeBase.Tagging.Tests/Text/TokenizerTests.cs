using FsCheck;
using FsCheck.Fluent;
using KnowledgeBase.Tagging.Text;

namespace KnowledgeBase.Tagging.Tests.Text;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("The mediator's role", "the|mediator|role")]
    [InlineData("Don’t wait", "don't|wait")]
    [InlineData("L’État doit", "l|etat|doit")]
    [InlineData("multi-year funding, e.g. 2011", "multi|year|funding|e|g|2011")]
    [InlineData("", "")]
    public void Cuts_text_into_folded_words(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Tokenizer.Tokenize(text).Select(token => token.Word)));

    [Fact]
    public void Lets_an_enumerator_leave_the_clause_open()
    {
        var tokens = Tokenizer.Tokenize("(a) Ensure access. Then wait");

        Assert.Equal(["a", "ensure", "then"], tokens.Where(token => token.OpensClause).Select(token => token.Word));
    }

    [Fact]
    public void Gives_spans_inside_the_text_in_order() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            var end = 0;
            foreach (var token in Tokenizer.Tokenize(text.Get))
            {
                if (token.Start < end || token.End <= token.Start || token.End > text.Get.Length)
                {
                    return false;
                }

                end = token.End;
            }

            return true;
        }).QuickCheckThrowOnFailure();
}
