using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Answers;

/// <summary>Tells which documents a person means by a name: the one rule behind the document filter and the commands that take a document.</summary>
public static class NamedDocuments
{
    private const int ShortestId = 4;
    private const int MostNear = 5;
    private const int LongestNameCompared = 100;

    /// <summary>
    /// Documents meant. A value that is the whole id, file name, title or number (document symbol) of something means that alone, so that a
    /// facet's value selects what it counted; else the beginning of an id, 4 characters or more; else whatever has all its words in its title,
    /// or in its file's name. Case and accents do not matter.
    /// </summary>
    /// <param name="documents">The documents there are.</param>
    /// <param name="value">What was typed.</param>
    public static IReadOnlyList<DocumentInfo> Meant(IEnumerable<DocumentInfo> documents, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var all = documents.ToList();
        var key = Folding.Fold(value.Trim());
        Func<DocumentInfo, bool>[] rules =
        [
            d => Names(d).Any(name => Folding.Fold(name) == key),
            d => key.Length >= ShortestId && d.Id.Value.StartsWith(key, StringComparison.Ordinal),
            d => HasWords(d.Title, value),
            d => HasWords(d.Source.FileName, value),
        ];
        return rules.Select(rule => all.FindAll(document => rule(document))).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    /// <summary>At most 5 documents whose number, file name or title is like a value that means none, the likest first; none when nothing is like it.</summary>
    /// <param name="documents">The documents there are.</param>
    /// <param name="value">What was typed.</param>
    public static IReadOnlyList<DocumentInfo> Near(IEnumerable<DocumentInfo> documents, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var key = Folding.Fold(value.Trim());
        var words = Words(value);
        return
        [
            .. documents.Select(document => (Document: document, Likeness: Likeness(document, key, words)))
                .Where(near => near.Likeness > 0)
                .OrderByDescending(near => near.Likeness).ThenBy(near => near.Document.Id.Value, StringComparer.Ordinal)
                .Take(MostNear).Select(near => near.Document),
        ];
    }

    // A slip in a name weighs more than a word shared; both lie between 0 and 1.
    private static double Likeness(DocumentInfo document, string key, HashSet<string> words)
    {
        var most = Math.Max(1, key.Length / 4);
        var slips = Names(document).Select(Folding.Fold).Where(name => name.Length <= LongestNameCompared && key.Length <= LongestNameCompared)
            .Select(name => EditDistance.Between(key, name, most)).Where(distance => distance <= most).DefaultIfEmpty(-1).Min();
        var shared = words.Count == 0 ? 0 : (double)words.Intersect(Words($"{document.Title} {document.Source.FileName}")).Count() / words.Count;
        return (slips < 0 ? 0 : 1 + (1.0 / (1 + slips))) + shared;
    }

    private static IEnumerable<string> Names(DocumentInfo document) =>
        new[] { document.Id.Value, document.Source.FileName, document.Title, document.Number }.OfType<string>();

    private static bool HasWords(string? name, string value) => name is not null && Words(value) is { Count: > 0 } asked && asked.IsSubsetOf(Words(name));

    /// <summary>The words of a name, folded.</summary>
    internal static HashSet<string> Words(string text) =>
        Tokenizer.Tokens(text).Select(token => Folding.Fold(token.Text)).ToHashSet(StringComparer.Ordinal);
}
