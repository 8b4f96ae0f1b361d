using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Index;

namespace KnowledgeBase.Search.Query;

/// <summary>Looks for related terms beside the plain words of one query, and remembers them for the wording.</summary>
internal sealed class TermExpansion(Thesaurus thesaurus, TextLanguages present)
{
    // Far enough below 1 that the user's own words come first, far enough above 0 that a passage in other words is found near the top.
    private const double Weight = 0.4;

    private readonly Dictionary<string, IReadOnlyList<RelatedTerm>> found = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Related terms of one word.</summary>
    public IReadOnlyList<IndexNode> Of(string text, WordPlace place)
    {
        RelatedTerm[] related = [.. thesaurus.RelatedTo(text).Where(t => present.HasFlag(t.Language))];
        if (related.Length == 0)
        {
            return [];
        }

        found[text] = related;
        var patterns = related.Select(t => new WordPattern(
            [new([.. WordAnalyser.Shared.Analyse(t.Text, t.Language).Words.Select(w => w.Stem)])], Stemmed: true, t.Language));
        return [new MatchNode([.. patterns], place, Weight)];
    }

    /// <summary>Related terms of words that stand side by side in a list and make a term together.</summary>
    public IEnumerable<IndexNode> OfNeighbours(IReadOnlyList<QueryNode> parts, WordPlace place)
    {
        for (var first = 0; first < parts.Count; first++)
        {
            for (var length = 2; length <= thesaurus.LongestTerm && first + length <= parts.Count; length++)
            {
                var words = parts.Skip(first).Take(length).OfType<WordNode>().Select(w => w.Text).ToArray();
                if (words.Length < length)
                {
                    break;
                }

                foreach (var node in Of(string.Join(' ', words), place))
                {
                    yield return node;
                }
            }
        }
    }

    /// <summary>True when other terms are looked for.</summary>
    public bool Found => found.Count > 0;

    /// <summary>What was looked for besides, or nothing.</summary>
    /// <param name="say">Gives the words in the reader's language.</param>
    public string Describe(Func<CodedText, string> say) =>
        string.Concat(found.Select(f => "; " + say(CodedText.Of("query-also", $"for {f.Key} also {string.Join(", ", f.Value.Select(t => t.Text).Distinct(StringComparer.Ordinal))}"))));
}
