namespace KnowledgeBase.Tagging.Text;

/// <summary>Divides the words of a text into sentences.</summary>
public static class Sentences
{
    /// <summary>
    /// The first word of each sentence, as indices into <paramref name="tokens"/>; empty for a text without words. A
    /// sentence ends with a full stop, question or exclamation mark before a blank and a capital, digit or bracket, unless
    /// the word before it is a single letter or a number at the sentence's start.
    /// </summary>
    public static IReadOnlyList<int> Starts(string text, IReadOnlyList<Token> tokens)
    {
        var starts = new List<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i == 0 || EndsBetween(text, tokens, i, starts[^1]))
            {
                starts.Add(i);
            }
        }

        return starts;
    }

    private static bool EndsBetween(string text, IReadOnlyList<Token> tokens, int at, int sentenceStart)
    {
        var before = tokens[at - 1];
        if (before.Word.Length == 1 || (at - 1 == sentenceStart && char.IsAsciiDigit(before.Word[0])))
        {
            return false;
        }

        var ended = false;
        var blank = false;
        foreach (var c in text.AsSpan(before.End, tokens[at].Start - before.End))
        {
            ended |= c is '.' or '!' or '?';
            blank |= ended && char.IsWhiteSpace(c);
        }

        return ended && blank && !char.IsLower(text[tokens[at].Start]);
    }
}
