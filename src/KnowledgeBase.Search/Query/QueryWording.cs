using KnowledgeBase.Documents;
using KnowledgeBase.Search.Index;
using static KnowledgeBase.Documents.CodedText;

namespace KnowledgeBase.Search.Query;

/// <summary>Says in words how a query was read.</summary>
/// <param name="leftOut">Very common words that were left out.</param>
/// <param name="patterns">Know the near spellings of fuzzy words.</param>
/// <param name="wordless">Texts that hold no word.</param>
/// <param name="say">Gives the words in the reader's language.</param>
internal sealed class QueryWording(IReadOnlyList<string> leftOut, WordPatterns patterns, IReadOnlySet<string> wordless, Func<CodedText, string> say)
{
    private const int NamedSpellings = 5;

    public string Describe(QueryNode query)
    {
        var left = leftOut.ToHashSet(StringComparer.Ordinal);
        var words = Part(query, left, top: true);
        words = words.Length == 0 ? say(Of("query-everything", $"everything")) : words;
        words = leftOut.Count == 0
            ? words
            : say(Of("query-left-out", $"{words}; left out as very common: {string.Join(", ", leftOut.Distinct(StringComparer.Ordinal))}"));
        return wordless.Count == 0
            ? words
            : say(Of("query-wordless", $"{words}; without a word to look for: {string.Join(", ", wordless.Select(text => $"\"{text}\""))}"));
    }

    /// <summary>A filter in words.</summary>
    public static string Describe(SearchFilter filter, Func<CodedText, string> say)
    {
        var field = FieldValues.NameOf(filter.Field);
        var name = say(new("query-field", filter.Field == FilterField.Lang ? "language" : field, [field]));
        if (filter.Values.Count > 0)
        {
            var values = filter.Values.Select(value => say(new("query-value", value, [field, value])));
            return say(Of("query-filter", $"{name} is {string.Join(Joint(Or, say), values)}"));
        }

        return (filter.From, filter.To) switch
        {
            ({ } from, { } to) => say(Of("query-from-to", $"{name} from {from} to {to}")),
            ({ } from, null) => say(Of("query-from", $"{name} {from} or later")),
            _ => say(Of("query-to", $"{name} {filter.To} or earlier")),
        };
    }

    /// <summary>Where tags and names are looked for, in words; nothing for the passage itself.</summary>
    public static IEnumerable<string> Describe(TagScope scope, Func<CodedText, string> say) => scope switch
    {
        TagScope.Section => [say(Of("query-in-section", $"tags, places and organisations anywhere in the same section"))],
        TagScope.Document => [say(Of("query-in-document", $"tags, places and organisations anywhere in the same document"))],
        _ => [],
    };

    private static CodedText And => Of("query-and", $"and");

    private static CodedText Or => Of("query-or", $"or");

    private static string Joint(CodedText word, Func<CodedText, string> say) => $" {say(word)} ";

    private string Part(QueryNode node, HashSet<string> left, bool top = false) => node switch
    {
        WordNode { Text: var text } when wordless.Contains(text) => "",
        PhraseNode { Text: var text } when wordless.Contains(text) => "",
        PrefixNode { Text: var text } when wordless.Contains(text) => "",
        WordNode word => left.Contains(word.Text) ? "" : word.Text,
        PhraseNode phrase => say(Of("query-phrase", $"the words \"{phrase.Text}\"")),
        PrefixNode prefix => say(Of("query-prefix", $"words beginning with {prefix.Text}")),
        FuzzyNode fuzzy => Spellings(fuzzy),
        NearNode near => say(Of("query-near", $"{string.Join(Joint(And, say), near.Parts.Select(p => Part(p, [])))} within {near.Distance} words of each other")),
        FilterNode filter => Describe(filter.Filter, say),
        RequiredNode required => Part(required.Part, []) is { Length: > 0 } part ? say(Of("query-always", $"always {part}")) : "",
        NotNode { Part: FilterNode filter } => say(Of("query-not", $"not {Describe(filter.Filter, say)}")),
        NotNode not => Part(not.Part, []) is { Length: > 0 } part ? say(Of("query-without", $"without {part}")) : "",
        AndNode and => Joined(and.Parts, And, left),
        OrNode or => Joined(or.Parts, Or, left),
        ListNode list => List(list, left, top),
        _ => "",
    };

    private string List(ListNode list, HashSet<string> left, bool top)
    {
        var plain = Texts(list.Parts.Where(p => p is not (FilterNode or NotNode or RequiredNode)), left);
        var pieces = Texts(list.Parts.OfType<RequiredNode>(), left);
        if (plain.Count > 0)
        {
            var any = plain.Count == 1 ? plain[0] : say(Of("query-any", $"any of {string.Join(", ", plain)}"));
            pieces.Add(list.Parts.Any(QueryCompiler.RequiresText) && pieces.Count > 0 ? say(Of("query-preferred", $"if possible {any}")) : any);
        }

        pieces.AddRange(Texts(list.Parts.Where(p => p is FilterNode or NotNode), left));
        if (list.Place != WordPlace.Anywhere && pieces.Count > 0)
        {
            pieces[0] = say(list.Place == WordPlace.Heading ? Of("query-in-headings", $"{pieces[0]} in headings") : Of("query-in-text", $"{pieces[0]} in the text"));
        }

        var text = string.Join("; ", pieces);
        return top || pieces.Count <= 1 && plain.Count <= 1 ? text : $"({text})";
    }

    private List<string> Texts(IEnumerable<QueryNode> parts, HashSet<string> left) =>
        [.. parts.Select(p => Part(p, left)).Where(t => t.Length > 0)];

    private string Joined(IEnumerable<QueryNode> parts, CodedText joint, HashSet<string> left)
    {
        var texts = Texts(parts, left);
        return texts.Count == 1 ? texts[0] : texts.Count == 0 ? "" : $"({string.Join(Joint(joint, say), texts)})";
    }

    private string Spellings(FuzzyNode fuzzy)
    {
        var found = patterns.NearSpellings(fuzzy.Text, fuzzy.Edits);
        var more = found.Count > NamedSpellings ? " …" : "";
        return say(Of("query-fuzzy", $"words spelled like {fuzzy.Text} ({string.Join(", ", found.Take(NamedSpellings))}{more})"));
    }
}
