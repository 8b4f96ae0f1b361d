using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Names;

/// <summary>A text cut into words, for several gazetteers to look through.</summary>
internal sealed class NamedText
{
    /// <summary>Cuts it.</summary>
    public NamedText(string text)
    {
        Tokens = Tokenizer.Tokens(text);
        Words = new string[Tokens.Count];
        for (var i = 0; i < Words.Length; i++)
        {
            Words[i] = Folding.Fold(Tokens[i].Text);
        }
    }

    /// <summary>The words as they are written.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>The same words folded.</summary>
    public string[] Words { get; }
}
