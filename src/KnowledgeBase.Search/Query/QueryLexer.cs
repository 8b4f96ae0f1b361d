using System.Globalization;
using System.Text.RegularExpressions;
using static KnowledgeBase.Documents.CodedText;

namespace KnowledgeBase.Search.Query;

/// <summary>Cuts a query into tokens. Operators are upper case, so that "and", "or", "not" and "near" remain words.</summary>
internal static partial class QueryLexer
{
    private const string Quotes = "\"\u201C\u201D\u201E\u201F\u00AB\u00BB";
    private const int FarthestNear = 1000;

    public static List<QueryToken> Tokens(string query)
    {
        var tokens = new List<QueryToken>();
        var at = 0;
        var open = 0;
        while (at < query.Length)
        {
            if (char.IsWhiteSpace(query[at]) || char.IsControl(query[at]))
            {
                at++;
                continue;
            }

            var token = Read(query, at, open > 0);
            tokens.Add(token);
            open += token.Kind switch { QueryTokenKind.Open => 1, QueryTokenKind.Close when open > 0 => -1, _ => 0 };
            at += token.Length;
        }

        tokens.Add(new(QueryTokenKind.End, query.Length, 0, ""));
        return tokens;
    }

    private static QueryToken Read(string query, int at, bool inGroup)
    {
        var letter = query[at];
        if (IsQuote(letter))
        {
            return ReadPhrase(query, at);
        }

        return letter switch
        {
            '(' => new(QueryTokenKind.Open, at, 1, "("),
            ')' => new(QueryTokenKind.Close, at, 1, ")"),
            '-' or '\u2212' or '!' when StartsPart(query, at) => new(QueryTokenKind.Minus, at, 1, "-"),
            '+' when StartsPart(query, at) => new(QueryTokenKind.Plus, at, 1, "+"),
            _ => ReadWord(query, at, inGroup),
        };
    }

    // A minus belongs to what follows it without a blank, and begins a part of the query.
    private static bool StartsPart(string query, int at) =>
        at + 1 < query.Length && !char.IsWhiteSpace(query[at + 1]) && (at == 0 || char.IsWhiteSpace(query[at - 1]) || query[at - 1] is '(' or '-' or '+');

    private static QueryToken ReadPhrase(string query, int at)
    {
        var end = at + 1;
        while (end < query.Length && !IsQuote(query[end]))
        {
            end++;
        }

        if (end == query.Length)
        {
            throw new QuerySyntaxException(new(
                at, query.Length - at, Of("query-quote-unclosed", $"The quotation mark is never closed."),
                Of("query-quote-unclosed-hint", $"Put a second quotation mark where the phrase ends.")));
        }

        return new(QueryTokenKind.Phrase, at, end + 1 - at, query[(at + 1)..end]);
    }

    private static QueryToken ReadWord(string query, int at, bool inGroup)
    {
        var field = FieldName().Match(query, at, query.Length - at);
        if (field.Success && (!IsAddress(query, at + field.Length) || LacksValue(query, at + field.Length, field.Groups[1].Value)))
        {
            return new(QueryTokenKind.Field, at, field.Length, field.Groups[1].Value);
        }

        var end = at + 1;
        while (end < query.Length && !char.IsWhiteSpace(query[end]) && !IsQuote(query[end]) && query[end] is not ('(' or ')'))
        {
            end++;
        }

        // "1) … 2) …" in pasted text: with no group open, the parenthesis belongs to the list marker.
        if (!inGroup && end < query.Length && query[end] == ')' && ListMarker().IsMatch(query.AsSpan(at, end - at)))
        {
            return new(QueryTokenKind.Word, at, end + 1 - at, query[at..end]);
        }

        return Classify(query[at..end], at);
    }

    private static QueryToken Classify(string word, int at) => word switch
    {
        "AND" or "&&" => new(QueryTokenKind.And, at, word.Length, word),
        "OR" or "||" => new(QueryTokenKind.Or, at, word.Length, word),
        "NOT" => new(QueryTokenKind.Not, at, word.Length, word),
        _ when NearOperator().Match(word) is { Success: true } near => ReadNear(word, at, near.Groups[1]),
        _ when FuzzyWord().Match(word) is { Success: true } fuzzy => ReadFuzzy(word, at, fuzzy),
        _ when word.Length > 1 && word.EndsWith('*') && word.TrimEnd('*') is { Length: > 0 } start =>
            new(QueryTokenKind.Prefix, at, word.Length, start),
        _ => new(QueryTokenKind.Word, at, word.Length, word),
    };

    private static QueryToken ReadNear(string word, int at, Group distance)
    {
        var number = 10;
        if (distance.Success && (!int.TryParse(distance.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number > FarthestNear))
        {
            throw new QuerySyntaxException(new(
                at, word.Length, Of("query-near-distance", $"NEAR takes a whole number of words up to {FarthestNear}."),
                Of("query-near-distance-hint", $"Write NEAR/5 for at most five words in between.")));
        }

        return new(QueryTokenKind.Near, at, word.Length, word, number);
    }

    private static QueryToken ReadFuzzy(string word, int at, Match match)
    {
        int? edits = match.Groups[2].Success ? match.Groups[2].ValueSpan[0] - '0' : null;
        return new(QueryTokenKind.Fuzzy, at, word.Length, match.Groups[1].Value, edits);
    }

    /// <summary>A text that can stand in quotation marks: a name is found by its words where it holds some itself.</summary>
    public static string WithoutQuotes(string text) => text.Any(IsQuote) ? string.Concat(text.Select(letter => IsQuote(letter) ? ' ' : letter)) : text;

    private static bool IsQuote(char letter) => Quotes.Contains(letter, StringComparison.Ordinal);

    // "http://" is no field; neither is a colon with nothing behind it ("Note: …").
    private static bool IsAddress(string query, int after) =>
        after >= query.Length || char.IsWhiteSpace(query[after]) || query.AsSpan(after).StartsWith("//", StringComparison.Ordinal);

    // A field at the very end was begun and not finished; in the middle of pasted text the same word is only a word.
    private static bool LacksValue(string query, int after, string name) => after >= query.Length && FieldValues.FieldOf(name) is not null;

    [GeneratedRegex(@"\G([\p{L}_]+):", RegexOptions.CultureInvariant)]
    private static partial Regex FieldName();

    [GeneratedRegex(@"^(?:\d{1,3}|\p{L}|[ivx]{2,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex ListMarker();

    [GeneratedRegex(@"^NEAR(?:/(.*))?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex NearOperator();

    [GeneratedRegex(@"^(.*[\p{L}\p{N}])~([12])?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex FuzzyWord();
}
