using System.Globalization;
using System.Text;

namespace KnowledgeBase.Tagging.Text;

/// <summary>Cuts a text into words: runs of letters and digits, lower-case, accents folded.</summary>
public static class Tokenizer
{
    /// <summary>
    /// The words of <paramref name="text"/> in order. An apostrophe divides ("l'accord" is two words) except before a
    /// final "t" or "s" ("don't" is one, "mediator's" is "mediator" alone).
    /// </summary>
    public static IReadOnlyList<Token> Tokenize(string text)
    {
        var tokens = new List<Token>((text.Length / 6) + 1);
        Span<char> buffer = stackalloc char[64];
        var opens = true;
        var at = 0;
        while (at < text.Length)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                if (text[at] is '.' or ':' or ';' or '!' or '?' or '•' or '¿' or '¡')
                {
                    opens = true;
                }

                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || IsCombining(text[at])))
            {
                at++;
            }

            var wordEnd = at;
            if (at + 1 < text.Length && text[at] is '\'' or '\u2019' && (at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2])))
            {
                if (text[at + 1] is 't' or 'T')
                {
                    wordEnd = at += 2;
                }
                else if (text[at + 1] is 's' or 'S')
                {
                    at += 2;
                }
            }

            var word = Fold(text.AsSpan(start, wordEnd - start), buffer);
            tokens.Add(new(word, start, at, opens));

            // An enumerator ("14.", "(a)", "iv.") does not use up the clause's start.
            opens = opens && at < text.Length && text[at] is '.' or ')' && word.Length <= 4 && (char.IsAsciiDigit(word[0]) || word.Length == 1);
        }

        return tokens;
    }

    /// <summary>Lower-case with accents folded and typographic apostrophes made plain.</summary>
    public static string Fold(string text) => Fold(text.AsSpan(), []);

    private static string Fold(ReadOnlySpan<char> span, Span<char> buffer)
    {
        if (span.Length <= buffer.Length && Ascii.IsValid(span))
        {
            for (var i = 0; i < span.Length; i++)
            {
                buffer[i] = char.ToLowerInvariant(span[i]);
            }

            return new(buffer[..span.Length]);
        }

        var folded = new StringBuilder(span.Length);
        foreach (var c in span.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (!IsCombining(c))
            {
                folded.Append(c == '\u2019' ? '\'' : char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }

    private static bool IsCombining(char c) =>
        c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
