using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Text;

/// <summary>How two lines join.</summary>
/// <param name="DropHyphen">True when the last character of the left line is a hyphen that only the line end made.</param>
/// <param name="Blank">True when a blank goes between them.</param>
/// <param name="DropInnerBlank">True when the left line ends in a blank and a hyphen, and the blank belongs to the spacing of the line only.</param>
public readonly record struct Seam(bool DropHyphen, bool Blank, bool DropInnerBlank = false);

/// <summary>
/// Joins printed lines to running text. Whether a hyphen at a line's end was made by the line end or belongs to the word is
/// decided by the document's own words: the joined form or the hyphenated form seen elsewhere, then whether the document
/// breaks words at all, then the parts of the word.
/// </summary>
public sealed partial class LineJoiner
{
    private static readonly HashSet<string> CompoundHeads = new(StringComparer.Ordinal)
    {
        "all", "anti", "bi", "broad", "co", "counter", "cross", "decision", "de", "early", "eco", "ex", "extra", "far", "fact", "first", "full", "gender",
        "half", "hard", "high", "hybrid", "ill", "inter", "intra", "large", "long", "low", "macro", "medium", "micro", "mid", "mini", "multi", "neo",
        "new", "non", "off", "on", "one", "open", "over", "part", "peace", "policy", "post", "power", "pre", "pro", "problem", "quasi", "real", "right",
        "second", "self", "semi", "short", "single", "small", "so", "socio", "still", "sub", "third", "three", "top", "trans", "trust", "two", "ultra",
        "under", "up", "vice", "well", "wide", "world", "quasi", "franco", "afro", "euro", "politico", "civil", "conflict", "state", "community", "user", "data",
    };

    private static readonly HashSet<string> CompoundTails = new(StringComparer.Ordinal)
    {
        "affected", "aged", "aligned", "aware", "based", "border", "bound", "bred", "building", "called", "central", "centred", "centered", "centric", "cut",
        "depth", "driven", "effective", "efficient", "ended", "existing", "facing", "focused", "free", "funded", "going", "governmental", "hand", "in",
        "income", "keeping", "led", "level", "like", "line", "lived", "making", "minded", "off", "oriented", "out", "party", "person", "poor", "prone", "ranking",
        "rate", "related", "responsive", "rich", "round", "run", "scale", "sector", "sensitive", "sharing", "sided", "solving", "specific", "standing", "state",
        "taking", "term", "time", "to", "track", "up", "wide", "year",
    };

    /// <summary>What makes one word with a participle: "undertaking", "overlooked".</summary>
    private static readonly HashSet<string> Prefixes = new(StringComparer.Ordinal) { "under", "inter", "super", "trans", "counter", "water", "broad", "short" };

    /// <summary>What makes a compound with nearly every participle and adjective, also where the document has neither by itself: "well-intentioned".</summary>
    private static readonly HashSet<string> Degrees = new(StringComparer.Ordinal)
    {
        "bad", "best", "better", "broad", "cross", "deep", "ever", "far", "fast", "good", "half", "hard", "high", "ill", "long", "low", "much", "old", "self",
        "short", "slow", "well", "wide",
    };

    /// <summary>
    /// Beginnings of words that open with such letters by chance, so that the rest is no word ("longitudinal"), or that are written as one
    /// ("shortcoming").
    /// </summary>
    private static readonly string[] Solid =
    [
        "badger", "bestir", "broadcast", "crossbr", "everlasting", "fastidious", "highjack", "highlight", "illeg", "illiber", "illimit", "illog", "illumin", "illus",
        "longanim", "longitud", "shortchang", "shortcoming", "shortlist",
    ];

    private readonly Dictionary<string, int> whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> hyphenated = new(StringComparer.Ordinal);
    private readonly bool breaksWords;

    /// <summary>Learns the words of a document.</summary>
    /// <param name="lines">All its lines.</param>
    public LineJoiner(IEnumerable<string> lines)
    {
        var ends = new List<(string Left, string Right)>();
        string? last = null;
        foreach (var line in lines)
        {
            var text = line.Trim();
            Learn(text);
            if (last is [.., '-' or '\u2010'] && LastWord().Match(last) is { Success: true } left && FirstWord().Match(text) is { Success: true } right)
            {
                ends.Add((Fold(left.Groups[1].Value), Fold(right.Value)));
            }

            last = text;
        }

        var made = ends.Count(end => Seen(whole, end.Left + end.Right) > Seen(hyphenated, end.Left + "-" + end.Right));
        var real = ends.Count(end => Seen(hyphenated, end.Left + "-" + end.Right) > Seen(whole, end.Left + end.Right));
        breaksWords = made > 0 && made >= real;
    }

    /// <summary>Joins two lines.</summary>
    public string Join(string left, string right)
    {
        left = left.TrimEnd();
        right = right.TrimStart();
        var seam = Between(left, right);
        return (seam.DropHyphen ? left[..^1] : seam.DropInnerBlank ? left[..^2] + left[^1] : left) + (seam.Blank ? " " : "") + right;
    }

    /// <summary>Joins any number of lines.</summary>
    public string Join(IEnumerable<string> lines) => lines.Aggregate("", (text, line) => text.Length == 0 ? line.Trim() : Join(text, line));

    /// <summary>How two lines join; both are without blanks at the seam.</summary>
    public Seam Between(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return default;
        }

        var end = left[^1];
        if (end == '\u00AD')
        {
            return new(true, false);
        }

        if (AddressSeam.Continues(left, right) || BreaksWordOfAddress(left, right))
        {
            return new(false, false);
        }

        if (end is '-' or '\u2010' && left.Length > 1 && char.IsLetterOrDigit(left[^2]) && char.IsLetterOrDigit(right[0]))
        {
            return new(!IsRealHyphen(left, right), false);
        }

        if (end is '-' or '\u2010' && IsSpacedCompound(left, right))
        {
            return new(false, false, true);
        }

        if (end == '/' && AddressSeam.EndsInAddress(left))
        {
            return new(false, true);
        }

        var glued = end is '/' or '\u2014' or '\u2013' && left.Length > 1 && !char.IsWhiteSpace(left[^2]);
        return new(false, !glued);
    }

    /// <summary>
    /// Where blanks stand within words because of how the line was spaced out ("brough t", "conflict - related"), going by how the
    /// document writes the same words elsewhere.
    /// </summary>
    /// <returns>Positions of the blanks in <paramref name="line"/>, rising.</returns>
    public IEnumerable<int> StrayBlanks(string line)
    {
        foreach (Match match in SpacedDashes(line))
        {
            if (IsCompound(match))
            {
                yield return match.Groups["a"].Index + match.Groups["a"].Length;
                if (line[match.Groups["b"].Index - 1] == ' ')
                {
                    yield return match.Groups["b"].Index - 1;
                }
            }
        }

        foreach (Match match in SplitWord().Matches(line))
        {
            string first = Fold(match.Groups["a"].Value), second = Fold(match.Groups["b"].Value);
            var letter = second.Length == 1 && second[0] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'à' or 'x');
            var scraps = second.Length > 1 && first.Length + second.Length >= 7 && Seen(whole, first) <= 1 && Seen(whole, second) <= 1;
            var known = Seen(whole, first + second);
            if ((letter && known > 0 && known >= Seen(whole, first)) || (scraps && known >= 2))
            {
                yield return match.Groups["b"].Index - 1;
            }
        }
    }

    /// <summary>True when the document's own lines are broken within words.</summary>
    public bool BreaksWords => breaksWords;

    private bool IsRealHyphen(string left, string right)
    {
        var head = LastWord().Match(left);
        var tail = FirstWord().Match(right);
        if (!head.Success || !tail.Success || char.IsDigit(left[^2]) || char.IsUpper(right[0]))
        {
            // A capital after the hyphen marks a name in two parts, unless the whole word is in capitals.
            return !(head.Success && tail.Success && char.IsUpper(left[^2]) && head.Value.Length > 3 && breaksWords);
        }

        string first = Fold(head.Groups[1].Value), second = Fold(tail.Value);
        int asWhole = Seen(whole, first + second), asPair = Seen(hyphenated, first + "-" + second);
        if (asWhole != asPair)
        {
            return asPair > asWhole;
        }

        if (!breaksWords)
        {
            return true;
        }

        var part = first.Contains('-', StringComparison.Ordinal) ? first[(first.LastIndexOf('-') + 1)..] : first;
        if (Degrees.Contains(part) && second.Length >= 6 && Adjectival().IsMatch(second) && !Array.Exists(Solid, word => (part + second).StartsWith(word, StringComparison.Ordinal)))
        {
            return true;
        }

        var tailIsWord = Seen(whole, second) > 0 || CompoundTails.Contains(second);
        var headIsWord = Seen(whole, part) > 0 || CompoundHeads.Contains(part);
        // "awareness-raising": two words of the document that it never writes as one, the second a participle.
        if (part.Length >= 5 && second.Length >= 5 && Seen(whole, part) > 0 && Seen(whole, second) > 0 && Participle().IsMatch(second) && !Prefixes.Contains(part))
        {
            return true;
        }

        return (CompoundHeads.Contains(part) && tailIsWord) || (CompoundTails.Contains(second) && headIsWord && part.Length > 2)
            || (second is "like" or "centric" or "wide" && headIsWord);
    }

    /// <summary>
    /// Words that the document writes with a hyphen elsewhere, or that end as compounds do. A dash has blanks on both sides or none: with one before
    /// it only, the first word may tell as well.
    /// </summary>
    private bool IsCompound(Match match)
    {
        string first = Fold(match.Groups["a"].Value), second = Fold(match.Groups["b"].Value);
        var oneSided = match.Groups["b"].Index - match.Groups["a"].Index - match.Groups["a"].Length == 2;
        return Seen(hyphenated, first + "-" + second) > 0
            || (CompoundTails.Contains(second) && (oneSided || second.EndsWith("ed", StringComparison.Ordinal)) && second.Length > 3)
            || (oneSided && CompoundHeads.Contains(first) && Seen(whole, second) > 0);
    }

    /// <summary>What the address ends with and what the next line begins with make a word of the document, and the latter alone is none.</summary>
    private bool BreaksWordOfAddress(string left, string right)
    {
        if (!char.IsAsciiLetterLower(right[0]) || AddressSeam.LettersAtEnd(left) is not { Length: > 0 } head)
        {
            return false;
        }

        var tail = FirstWord().Match(right).Value;
        return Seen(whole, tail) == 0 && Seen(whole, Fold(head) + tail) > 0;
    }

    /// <summary>The same where the line ends after the hyphen.</summary>
    private bool IsSpacedCompound(string left, string right) =>
        left.Length > 4 && left[^2] == ' ' && char.IsLetter(left[^3]) && char.IsLower(right[0])
        && SpacedDash().Match(string.Concat(left.AsSpan(left.LastIndexOf(' ', left.Length - 3) + 1), " ", FirstWord().Match(right).Value)) is { Success: true } match && IsCompound(match);

    // Most lines have none, and the pattern would be tried at each of their words.
    private static IEnumerable<Match> SpacedDashes(string line) =>
        line.Contains(" -", StringComparison.Ordinal) || line.Contains(" \u2010", StringComparison.Ordinal) ? SpacedDash().Matches(line) : [];

    private void Learn(string line)
    {
        var words = Word().Matches(line);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var brokenEnd = word.Index + word.Length < line.Length && line[word.Index + word.Length] is '-' or '\u2010';
            if (brokenEnd || (i == 0 && word.Index == 0 && char.IsLower(line[0])))
            {
                // A line's first or hyphenated last word may be half a word.
                continue;
            }

            var folded = Fold(word.Value);
            Count(folded.Contains('-', StringComparison.Ordinal) ? hyphenated : whole, folded);
        }
    }

    private static void Count(Dictionary<string, int> counts, string word) => counts[word] = Seen(counts, word) + 1;

    private static int Seen(Dictionary<string, int> counts, string word) => counts.GetValueOrDefault(word);

    private static string Fold(string word) => word.Replace('\u2010', '-').ToLowerInvariant();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:ing|ed)$", RegexOptions.CultureInvariant)]
    private static partial Regex Participle();

    [GeneratedRegex(@"(?:ing|ed|al|ous|ive|ary|able|ible|ent|ant)$", RegexOptions.CultureInvariant)]
    private static partial Regex Adjectival();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])(?<a>\p{L}{3,}) [-\u2010] ?(?<b>\p{L}{3,})", RegexOptions.CultureInvariant)]
    private static partial Regex SpacedDash();

    [GeneratedRegex(@"(?<![\p{L}\p{N}’'-])(?<a>\p{L}{3,}) (?=(?<b>\p{Ll}+)(?![\p{L}\p{N}’'.)-]))", RegexOptions.CultureInvariant)]
    private static partial Regex SplitWord();

    [GeneratedRegex(@"([\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)*)[-\u2010]$", RegexOptions.CultureInvariant)]
    private static partial Regex LastWord();

    // Digits glued to a word are a footnote mark, no part of it.
    [GeneratedRegex(@"^(?:\p{L}+|[\p{L}\p{N}]+)", RegexOptions.CultureInvariant)]
    private static partial Regex FirstWord();
}
