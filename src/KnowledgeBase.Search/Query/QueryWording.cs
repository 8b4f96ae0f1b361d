using System.Globalization;
using KnowledgeBase.Search.Index;

namespace KnowledgeBase.Search.Query;

/// <summary>Says in words how a query was read.</summary>
internal sealed class QueryWording(IReadOnlyList<string> leftOut, WordPatterns patterns, IReadOnlySet<string> wordless)
{
    private const int NamedSpellings = 5;

    public string Describe(QueryNode query)
    {
        var left = leftOut.ToHashSet(StringComparer.Ordinal);
        var words = Part(query, left, top: true);
        words = words.Length == 0 ? "everything" : words;
        words = leftOut.Count == 0 ? words : $"{words}; left out as very common: {string.Join(", ", leftOut.Distinct(StringComparer.Ordinal))}";
        return wordless.Count == 0 ? words : $"{words}; without a word to look for: {string.Join(", ", wordless.Select(text => $"\"{text}\""))}";
    }

    /// <summary>A filter in words.</summary>
    public static string Describe(SearchFilter filter)
    {
        var name = filter.Field == FilterField.Lang ? "language" : FieldValues.NameOf(filter.Field);
        if (filter.Values.Count > 0)
        {
            return $"{name} is {string.Join(" or ", filter.Values)}";
        }

        return (filter.From, filter.To) switch
        {
            ({ } from, { } to) => string.Create(CultureInfo.InvariantCulture, $"{name} from {from} to {to}"),
            ({ } from, null) => string.Create(CultureInfo.InvariantCulture, $"{name} {from} or later"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{name} {filter.To} or earlier"),
        };
    }

    /// <summary>Where tags and names are looked for, in words; nothing for the passage itself.</summary>
    public static IEnumerable<string> Describe(TagScope scope) =>
        scope == TagScope.Passage ? [] : [$"tags, places and organisations anywhere in the same {(scope == TagScope.Section ? "section" : "document")}"];

    private string Part(QueryNode node, HashSet<string> left, bool top = false) => node switch
    {
        WordNode { Text: var text } when wordless.Contains(text) => "",
        PhraseNode { Text: var text } when wordless.Contains(text) => "",
        PrefixNode { Text: var text } when wordless.Contains(text) => "",
        WordNode word => left.Contains(word.Text) ? "" : word.Text,
        PhraseNode phrase => $"the words \"{phrase.Text}\"",
        PrefixNode prefix => $"words beginning with {prefix.Text}",
        FuzzyNode fuzzy => Spellings(fuzzy),
        NearNode near => string.Create(
            CultureInfo.InvariantCulture, $"{string.Join(" and ", near.Parts.Select(p => Part(p, [])))} within {near.Distance} words of each other"),
        FilterNode filter => Describe(filter.Filter),
        RequiredNode required => Part(required.Part, []) is { Length: > 0 } part ? $"always {part}" : "",
        NotNode { Part: FilterNode filter } => $"not {Describe(filter.Filter)}",
        NotNode not => Part(not.Part, []) is { Length: > 0 } part ? $"without {part}" : "",
        AndNode and => Joined(and.Parts, " and ", left),
        OrNode or => Joined(or.Parts, " or ", left),
        ListNode list => List(list, left, top),
        _ => "",
    };

    private string List(ListNode list, HashSet<string> left, bool top)
    {
        var plain = Texts(list.Parts.Where(p => p is not (FilterNode or NotNode or RequiredNode)), left);
        var pieces = Texts(list.Parts.OfType<RequiredNode>(), left);
        if (plain.Count > 0)
        {
            var preferred = list.Parts.Any(QueryCompiler.RequiresText) && pieces.Count > 0 ? "if possible " : "";
            pieces.Add(preferred + (plain.Count == 1 ? plain[0] : $"any of {string.Join(", ", plain)}"));
        }

        pieces.AddRange(Texts(list.Parts.Where(p => p is FilterNode or NotNode), left));
        if (list.Place != WordPlace.Anywhere && pieces.Count > 0)
        {
            pieces[0] += list.Place == WordPlace.Heading ? " in headings" : " in the text";
        }

        var text = string.Join("; ", pieces);
        return top || pieces.Count <= 1 && plain.Count <= 1 ? text : $"({text})";
    }

    private List<string> Texts(IEnumerable<QueryNode> parts, HashSet<string> left) =>
        [.. parts.Select(p => Part(p, left)).Where(t => t.Length > 0)];

    private string Joined(IEnumerable<QueryNode> parts, string joint, HashSet<string> left)
    {
        var texts = Texts(parts, left);
        return texts.Count == 1 ? texts[0] : texts.Count == 0 ? "" : $"({string.Join(joint, texts)})";
    }

    private string Spellings(FuzzyNode fuzzy)
    {
        var found = patterns.NearSpellings(fuzzy.Text, fuzzy.Edits);
        var more = found.Count > NamedSpellings ? " …" : "";
        return $"words spelled like {fuzzy.Text} ({string.Join(", ", found.Take(NamedSpellings))}{more})";
    }
}
