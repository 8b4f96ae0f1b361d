using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Index;

namespace KnowledgeBase.Search.Query;

/// <summary>
/// Makes of a query's tree what an index answers: words are analysed as passages of each language were, very common words left out unless
/// nothing else is asked, near spellings taken from the store's vocabulary.
/// </summary>
public sealed class QueryCompiler
{
    private readonly TextLanguages present;
    private readonly WordPatterns patterns;
    private readonly TermExpansion expansion;
    private readonly HashSet<string> common = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> leftOut = [];
    private readonly HashSet<string> wordless = new(StringComparer.Ordinal);

    private QueryCompiler(TextLanguages present, Func<IReadOnlyList<VocabularyWord>> vocabulary, Thesaurus thesaurus)
    {
        this.present = present;
        patterns = new(present, vocabulary);
        expansion = new(thesaurus, present);
    }

    /// <summary>Prepares a query.</summary>
    /// <param name="query">The query's tree.</param>
    /// <param name="present">Languages that occur in the store.</param>
    /// <param name="vocabulary">The store's words; asked for only where the query needs them.</param>
    public static CompiledQuery Compile(QueryNode query, TextLanguages present, Func<IReadOnlyList<VocabularyWord>> vocabulary) =>
        Compile(query, present, vocabulary, Thesaurus.Empty);

    /// <summary>Prepares a query; plain words are looked for under the other terms of their groups too, at less than full weight.</summary>
    /// <param name="query">The query's tree.</param>
    /// <param name="present">Languages that occur in the store.</param>
    /// <param name="vocabulary">The store's words; asked for only where the query needs them.</param>
    /// <param name="thesaurus">The groups; <see cref="Thesaurus.Empty"/> for none.</param>
    public static CompiledQuery Compile(
        QueryNode query, TextLanguages present, Func<IReadOnlyList<VocabularyWord>> vocabulary, Thesaurus thesaurus) =>
        Compile(query, present, vocabulary, thesaurus, CodedText.InEnglish);

    /// <summary>The same, and says in the words of another language how it was read.</summary>
    /// <param name="query">The query's tree.</param>
    /// <param name="present">Languages that occur in the store.</param>
    /// <param name="vocabulary">The store's words; asked for only where the query needs them.</param>
    /// <param name="thesaurus">The groups; <see cref="Thesaurus.Empty"/> for none.</param>
    /// <param name="say">Gives the words of that language.</param>
    public static CompiledQuery Compile(
        QueryNode query, TextLanguages present, Func<IReadOnlyList<VocabularyWord>> vocabulary, Thesaurus thesaurus, Func<CodedText, string> say)
    {
        var languages = present == TextLanguages.None ? TextLanguages.English : present;
        var compiler = new QueryCompiler(languages, vocabulary, thesaurus);
        compiler.FindCommonWords(query);
        var root = compiler.Node(query, WordPlace.Anywhere);
        if (root is null && compiler.leftOut.Count > 0)
        {
            // Nothing but very common words: then they are what is asked for.
            compiler.common.Clear();
            compiler.leftOut.Clear();
            compiler.wordless.Clear();
            root = compiler.Node(query, WordPlace.Anywhere);
        }

        var understood = new QueryWording(compiler.leftOut, compiler.patterns, compiler.wordless, say).Describe(query);
        return new(root ?? new EverythingNode(), understood + compiler.expansion.Describe(say), compiler.leftOut) { IsExpanded = compiler.expansion.Found };
    }

    private void FindCommonWords(QueryNode query)
    {
        var words = PlainWords(query).ToArray();
        var language = StopWords.LanguageOfWords(words, present);
        common.UnionWith(words.Where(w => IsCommon(w, language)));
    }

    private static bool IsCommon(string word, TextLanguages language)
    {
        if (StopWords.IsName(word))
        {
            return false;
        }

        var analysed = WordAnalyser.Shared.Analyse(word, TextLanguages.Other).Words;
        return analysed.Count > 0 && analysed.All(a => StopWords.Contains(a.Form, language));
    }

    private static IEnumerable<string> PlainWords(QueryNode node) => node switch
    {
        WordNode word => [word.Text],
        ListNode list => list.Parts.SelectMany(PlainWords),
        AndNode and => and.Parts.SelectMany(PlainWords),
        OrNode or => or.Parts.SelectMany(PlainWords),
        _ => [],
    };

    // Null when nothing is left of the node.
    private IndexNode? Node(QueryNode node, WordPlace place) => node switch
    {
        WordNode word => Word(word, place),
        PhraseNode phrase => Leaf(phrase.Text, patterns.Phrase(phrase.Text), place),
        PrefixNode prefix => Leaf(prefix.Text, patterns.Prefix(prefix.Text), place),
        FuzzyNode fuzzy => Leaf(fuzzy.Text, patterns.Fuzzy(fuzzy.Text, fuzzy.Edits), place),
        NearNode near => Near(near, place),
        FilterNode filter => new HoldsNode(filter.Filter),
        NotNode not => Plain(not.Part, place) is { } part ? new ComplementNode(part) : null,
        RequiredNode required => Plain(required.Part, place),
        AndNode and => All(and.Parts.Select(p => Node(p, place))),
        OrNode or => Any(or.Parts.Select(p => Node(p, place))),
        ListNode list => List(list, list.Place == WordPlace.Anywhere ? place : list.Place),
        _ => throw new InvalidOperationException($"Unknown part of a query: {node.GetType().Name}."),
    };

    // A word that is required or excluded by name is never too common.
    private IndexNode? Plain(QueryNode node, WordPlace place) => node is WordNode word ? Leaf(word.Text, patterns.Word(word.Text), place) : Node(node, place);

    private IndexNode? Word(WordNode word, WordPlace place)
    {
        if (!common.Contains(word.Text))
        {
            return Any([Leaf(word.Text, patterns.Word(word.Text), place), .. expansion.Of(word.Text, place)]);
        }

        leftOut.Add(word.Text);
        return null;
    }

    /// <summary>True for a required part that has words, beside which plain words are only preferred; one of filters alone requires no more than filters do.</summary>
    internal static bool RequiresText(QueryNode part) => part is RequiredNode required && HasText(required.Part);

    private static bool HasText(QueryNode node) => node switch
    {
        FilterNode => false,
        NotNode not => HasText(not.Part),
        RequiredNode required => HasText(required.Part),
        AndNode and => and.Parts.Any(HasText),
        OrNode or => or.Parts.Any(HasText),
        ListNode list => list.Parts.Any(HasText),
        _ => true,
    };

    private MatchNode? Leaf(string text, IReadOnlyList<WordPattern> found, WordPlace place)
    {
        if (found.Count > 0)
        {
            return new(found, place);
        }

        wordless.Add(text);
        return null;
    }

    private MatchNode? Near(NearNode near, WordPlace place) => patterns.Near(near.Parts, near.Distance) is { Count: > 0 } found ? new(found, place) : null;

    private IndexNode? List(ListNode list, WordPlace place)
    {
        var required = new List<IndexNode>();
        var plain = new List<IndexNode>();
        var text = false;
        foreach (var part in list.Parts)
        {
            if (Node(part, place) is not { } node)
            {
                continue;
            }

            text |= RequiresText(part);
            (part is RequiredNode or FilterNode or NotNode ? required : plain).Add(node);
        }

        if (plain.Count == 0)
        {
            return All(required);
        }

        var any = Any([.. plain, .. expansion.OfNeighbours(list.Parts, place)])!;
        return text ? new PreferNode(All(required)!, any) : All([.. required, any]);
    }

    private static IndexNode? All(IEnumerable<IndexNode?> parts)
    {
        var kept = EqualParts.Merge(parts.OfType<IndexNode>());
        return kept.Length switch { 0 => null, 1 => kept[0], _ => new AllNode(kept) };
    }

    // Any of those of which any is enough are any of all: scores add up all the same.
    private static IndexNode? Any(IEnumerable<IndexNode?> parts)
    {
        var kept = EqualParts.Merge(parts.OfType<IndexNode>().SelectMany(part => part is AnyNode any ? any.Parts : [part]));
        return kept.Length switch { 0 => null, 1 => kept[0], _ => new AnyNode(kept) };
    }
}
