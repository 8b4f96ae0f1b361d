using static KnowledgeBase.Documents.CodedText;

namespace KnowledgeBase.Search.Query;

/// <summary>
/// Reads the query language:
/// <code>
/// list  = or { or }                      any of the plain parts; filters and +parts required; -parts excluded
/// or    = and { OR and }
/// and   = unary { AND unary }
/// unary = ( NOT | - | + ) unary | near
/// near  = primary { NEAR/n primary }
/// primary = word | prefix* | fuzzy~ | "phrase" | field:value | ( list )
/// </code>
/// Whatever is typed gives a tree or an error with its place; no exception leaves it.
/// </summary>
public sealed class QueryParser
{
    private const int DeepestNesting = 50;
    private const int LongestQuery = 4000;

    // All words of the store are gone through for each.
    private const int MostFuzzy = 16;

    // The places of all parts are held beside each other.
    private const int MostNear = 8;

    private readonly List<QueryToken> tokens;
    private int at;
    private int depth;
    private int fuzzy;

    private QueryParser(List<QueryToken> tokens) => this.tokens = tokens;

    private QueryToken Current => tokens[at];

    /// <summary>Reads a query; an empty one asks for everything.</summary>
    public static QueryParse Parse(string query)
    {
        if (query.Length > LongestQuery)
        {
            return new(null, new(
                LongestQuery, query.Length - LongestQuery, Of("query-too-long", $"The query is longer than {LongestQuery} characters."),
                Of("query-too-long-hint", $"Search for its most telling words.")));
        }

        try
        {
            var parser = new QueryParser(QueryLexer.Tokens(query));
            var list = parser.List();
            return parser.Current.Kind == QueryTokenKind.End
                ? new(list, null)
                : throw QuerySyntaxException.At(
                    parser.Current, Of("query-close-unopened", $"This closing parenthesis has no opening one."),
                    Of("query-close-unopened-hint", $"Leave it out, or write it in quotation marks."));
        }
        catch (QuerySyntaxException error)
        {
            return new(null, error.Error);
        }
    }

    private ListNode List()
    {
        if (++depth > DeepestNesting)
        {
            throw QuerySyntaxException.At(
                Current, Of("query-too-deep", $"More than {DeepestNesting} parentheses lie inside each other."), Of("query-too-deep-hint", $"Use fewer."));
        }

        var parts = new List<QueryNode>();
        var place = WordPlace.Anywhere;
        while (Current.Kind is not (QueryTokenKind.End or QueryTokenKind.Close))
        {
            if (IsPlace(Current))
            {
                var token = Current;
                var read = Place();
                place = place == WordPlace.Anywhere || place == read
                    ? read
                    : throw QuerySyntaxException.At(token, Of("query-two-places", $"One list of words is looked for in one place."), Of("query-two-places-hint", $"Write two groups: (trust in:heading) AND (donors in:text)."));
            }
            else
            {
                parts.Add(Or());
            }
        }

        depth--;
        return new(parts, place);
    }

    private static bool IsPlace(QueryToken token) => token.Kind == QueryTokenKind.Field && token.Text.Equals("in", StringComparison.OrdinalIgnoreCase);

    private WordPlace Place()
    {
        Take();
        var value = Take();
        return value.Text.ToLowerInvariant() switch
        {
            "heading" or "headings" or "title" => WordPlace.Heading,
            "text" or "body" => WordPlace.Text,
            _ => throw QuerySyntaxException.At(
                value, Of("query-no-place", $"'{value.Text}' is no place to look in."), Of("query-no-place-hint", $"Write in:heading or in:text.")),
        };
    }

    private QueryNode Or() => Joined(QueryTokenKind.Or, And, parts => new OrNode(parts));

    private QueryNode And() => Joined(QueryTokenKind.And, Unary, parts => new AndNode(parts));

    private QueryNode Joined(QueryTokenKind joint, Func<QueryNode> read, Func<IReadOnlyList<QueryNode>, QueryNode> join)
    {
        var parts = new List<QueryNode> { read() };
        while (Current.Kind == joint)
        {
            Take();
            parts.Add(read());
        }

        return parts.Count == 1 ? parts[0] : join(parts);
    }

    // Filters are required with or without a plus.
    private QueryNode Unary()
    {
        var negated = false;
        var required = false;
        while (Current.Kind is QueryTokenKind.Not or QueryTokenKind.Minus or QueryTokenKind.Plus)
        {
            if (Take().Kind == QueryTokenKind.Plus)
            {
                required = true;
            }
            else
            {
                negated = !negated;
            }
        }

        var node = Near();
        return negated ? new NotNode(node) : required && node is not FilterNode ? new RequiredNode(node) : node;
    }

    private QueryNode Near()
    {
        var first = Primary();
        if (Current.Kind != QueryTokenKind.Near)
        {
            return first;
        }

        var parts = new List<QueryNode> { Nearby(first, Current) };
        var distance = 0;
        while (Current.Kind == QueryTokenKind.Near)
        {
            var near = Take();
            distance = Math.Max(distance, near.Number ?? 0);
            parts.Add(Nearby(Primary(), near));
            if (parts.Count > MostNear)
            {
                throw QuerySyntaxException.At(near, Of("query-near-many", $"NEAR joins {MostNear} parts at most."), Of("query-near-many-hint", $"Join the others by AND."));
            }
        }

        return new NearNode(parts, distance);
    }

    private static QueryNode Nearby(QueryNode part, QueryToken near) => part is WordNode or PhraseNode or PrefixNode
        ? part
        : throw QuerySyntaxException.At(
            near, Of("query-near-parts", $"NEAR joins words, phrases and prefixes only."), Of("query-near-parts-hint", $"Write trust NEAR/5 \"third parties\"."));

    private QueryNode Primary()
    {
        var token = Take();
        if (IsPlace(token))
        {
            throw QuerySyntaxException.At(
                token,
                Of("query-place-alone", $"in: says where the words beside it are looked for; it cannot be joined, excluded or required."),
                Of("query-place-alone-hint", $"Write (trust AND donors) in:heading."));
        }

        return token.Kind switch
        {
            QueryTokenKind.Word => new WordNode(token.Text),
            QueryTokenKind.Phrase => new PhraseNode(token.Text),
            QueryTokenKind.Prefix => new PrefixNode(token.Text),
            QueryTokenKind.Fuzzy => Fuzzy(token),
            QueryTokenKind.Field => new FilterNode(FieldValues.Read(token, Take())),
            QueryTokenKind.Open => Group(token),
            QueryTokenKind.Close => throw QuerySyntaxException.At(
                token, Of("query-missing-before-close", $"Something is missing before this closing parenthesis."),
                Of("query-missing-before-close-hint", $"Write a word there, or leave the operator out.")),
            QueryTokenKind.End => throw QuerySyntaxException.At(
                token, Of("query-missing-at-end", $"Something is missing at the end of the query."),
                Of("query-missing-at-end-hint", $"Write a word after the operator, or leave it out.")),
            _ => throw QuerySyntaxException.At(
                token, Of("query-no-word", $"{token.Text} stands where a word is expected."),
                Of("query-no-word-hint", $"Write words on both sides of {token.Text}, or \"{token.Text}\" in quotation marks to search for it.")),
        };
    }

    private FuzzyNode Fuzzy(QueryToken token) => ++fuzzy <= MostFuzzy
        ? new(token.Text, token.Number)
        : throw QuerySyntaxException.At(token, Of("query-fuzzy-many", $"More than {MostFuzzy} words are to be found by near spellings."), Of("query-fuzzy-many-hint", $"Leave the ~ out where the spelling is sure."));

    private ListNode Group(QueryToken open)
    {
        var list = List();
        if (Current.Kind != QueryTokenKind.Close)
        {
            throw QuerySyntaxException.At(
                open, Of("query-open-unclosed", $"The parenthesis is never closed."), Of("query-open-unclosed-hint", $"Put a closing parenthesis where the group ends."));
        }

        Take();
        return list;
    }

    private QueryToken Take()
    {
        var token = Current;
        if (token.Kind != QueryTokenKind.End)
        {
            at++;
        }

        return token;
    }
}
