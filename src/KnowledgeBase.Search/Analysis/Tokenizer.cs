using System.Globalization;
using System.Text;

namespace KnowledgeBase.Search.Analysis;

/// <summary>
/// Cuts a text into words: runs of letters, digits and marks of any script. Numbers ("1,000", "3.5"), document symbols ("A/66/811"), acronyms with
/// dots ("U.N.") and host names stay whole; a French elision ("l'accord") is cut, an English possessive dropped, other apostrophes joined
/// ("don't", "O'Brien"); hyphens of all kinds cut a compound, whose parts know each other; ideographs stand alone.
/// </summary>
public static class Tokenizer
{
    private static readonly HashSet<string> Elisions = new(
        ["l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of a text, in order; offsets rise and never overlap.</summary>
    public static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>(text.Length / 6);
        var at = 0;
        while (at < text.Length)
        {
            if (!IsWord(text, at))
            {
                at++;
            }
            else if (HostEnd(text, at, out var start) is var end && end > start)
            {
                tokens.Add(new(text[start..end], start, end, Whole: true));
                at = end;
            }
            else
            {
                at = Read(text, at, tokens);
            }
        }

        return tokens;
    }

    // Reads what begins at a word's first character and gives where to go on.
    private static int Read(string text, int start, List<Token> tokens)
    {
        var end = RunEnd(text, start);
        if (IsIdeograph(text[start]))
        {
            tokens.Add(new(text[start..end], start, end));
            return end;
        }

        if (SymbolEnd(text, start, end) is var symbol && symbol > end)
        {
            tokens.Add(new(text[start..symbol], start, symbol, Whole: true));
            return symbol;
        }

        if (AcronymEnd(text, start, end) is var acronym && acronym > end)
        {
            tokens.Add(new(text[start..acronym].Replace(".", "", StringComparison.Ordinal), start, acronym));
            return acronym;
        }

        if (char.IsAsciiDigit(text[end - 1]))
        {
            var number = NumberEnd(text, end);
            tokens.Add(new(text[start..number].Replace(",", "", StringComparison.Ordinal), start, number, Whole: true, JoinsNext(text, number)));
            return number;
        }

        return ReadWord(text, start, end, tokens);
    }

    private static int ReadWord(string text, int start, int end, List<Token> tokens)
    {
        var word = text[start..end];
        while (end + 1 < text.Length && IsApostrophe(text[end]) && IsWord(text, end + 1))
        {
            if (Elisions.Contains(word))
            {
                break;
            }

            var next = RunEnd(text, end + 1);
            var part = text[(end + 1)..next];
            end = next;
            if (part is "s" or "S")
            {
                break;
            }

            word += part;
        }

        tokens.Add(new(Clean(word), start, end, Whole: HasDigit(word), JoinsNext(text, end)));
        return end;
    }

    private static int RunEnd(string text, int start)
    {
        if (IsIdeograph(text[start]))
        {
            return start + 1;
        }

        var end = start;
        while (end < text.Length && (IsWord(text, end) || (end > start && IsInvisible(text[end]))) && !IsIdeograph(text[end]))
        {
            end += char.IsSurrogatePair(text, end) ? 2 : 1;
        }

        while (end > start + 1 && IsInvisible(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    // "A/66/811", "S/RES/1325", "A/C.3/60/L.1": letters, then parts joined by slashes, with a digit somewhere.
    private static int SymbolEnd(string text, int start, int end)
    {
        if (end >= text.Length || text[end] != '/' || !text.AsSpan(start, end - start).ContainsOnlyAsciiLetters())
        {
            return start;
        }

        var at = end;
        var last = start;
        var digit = false;
        while (at + 1 < text.Length && text[at] is '/' or '.' or '-' && char.IsAsciiLetterOrDigit(text[at + 1]))
        {
            at++;
            while (at < text.Length && char.IsAsciiLetterOrDigit(text[at]))
            {
                digit |= char.IsAsciiDigit(text[at]);
                at++;
            }

            last = at;
        }

        return digit ? last : start;
    }

    // "U.N.", "e.g.": single letters, each with a dot, two at least.
    private static int AcronymEnd(string text, int start, int end)
    {
        if (end != start + 1 || !char.IsLetter(text[start]))
        {
            return start;
        }

        var at = start;
        var letters = 0;
        while (at + 1 < text.Length && char.IsLetter(text[at]) && text[at + 1] == '.')
        {
            letters++;
            at += 2;
        }

        if (letters >= 1 && at < text.Length && char.IsLetter(text[at]) && RunEnd(text, at) == at + 1)
        {
            // "U.N" without a last dot.
            return at + 1;
        }

        return letters >= 2 && (at >= text.Length || !IsWord(text, at)) ? at : start;
    }

    private static int NumberEnd(string text, int end)
    {
        while (end + 1 < text.Length && text[end] is ',' or '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end = RunEnd(text, end + 1);
        }

        return end;
    }

    // "www.example.org" or the host of "https://example.org/path": start is set after scheme and "www.".
    private static int HostEnd(string text, int at, out int start)
    {
        start = at;
        if (text[at] is not ('h' or 'H' or 'w' or 'W'))
        {
            return at;
        }

        foreach (var opening in (ReadOnlySpan<string>)["https://www.", "http://www.", "https://", "http://", "www."])
        {
            if (text.AsSpan(at).StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                start = at + opening.Length;
                var end = start;
                while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end])
                    || (text[end] is '.' or '-' && end > start && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]))))
                {
                    end++;
                }

                return end;
            }
        }

        return at;
    }

    private static bool JoinsNext(string text, int end) => end + 1 < text.Length && IsHyphen(text[end]) && IsWord(text, end + 1);

    private static bool IsWord(string text, int at) => char.IsAscii(text[at]) ? char.IsAsciiLetterOrDigit(text[at]) : char.IsLetterOrDigit(text, at)
        || CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsHyphen(char letter) => letter is '-' or '\u2010' or '\u2011';

    private static bool IsApostrophe(char letter) => letter is '\'' or '\u2019' or '\u02BC' or '\u2018';

    // Soft hyphen, zero-width space, joiners, byte order mark.
    private static bool IsInvisible(char letter) => letter is '\u00AD' or (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF';

    private static bool IsIdeograph(char letter) => letter is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    private static string Clean(string word) => Ascii.IsValid(word) || !word.Any(IsInvisible) ? word : string.Concat(word.Where(c => !IsInvisible(c)));

    private static bool HasDigit(string word)
    {
        foreach (var letter in word)
        {
            if (char.IsDigit(letter))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ContainsOnlyAsciiLetters(this ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetter(letter))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
