using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Answers;

/// <summary>
/// Finds the documents that a query names: people type the symbol or the title of a report into the same box as their questions. Which words a
/// document is named by is kept between queries. Safe to use from several threads.
/// </summary>
internal sealed class AskedDocuments
{
    private const int Most = 5;

    // "Mediation" alone is a question, not the name of all reports on mediation.
    private const int FewestWords = 2;

    // Of a long title people type the beginning; of a short one so much of it that nothing else is meant.
    private const int EnoughWords = 4;
    private const double EnoughOfTitle = 0.6;

    private (IReadOnlyDictionary<DocumentId, DocumentInfo> Of, Named[] Documents) known = (new Dictionary<DocumentId, DocumentInfo>(), []);

    /// <summary>The documents named, the one named most fully first; none where the query asks for more than words.</summary>
    /// <param name="query">The query.</param>
    /// <param name="documents">All documents, as <see cref="DocumentInfos"/> gives them.</param>
    /// <param name="audience">Who asks: what they may not see is not named.</param>
    public IReadOnlyList<DocumentInfo> In(QueryNode query, IReadOnlyDictionary<DocumentId, DocumentInfo> documents, Visibility audience)
    {
        var texts = Texts(query).ToList();
        if (texts.Count == 0 || texts.Contains(null))
        {
            return [];
        }

        var symbols = texts.Select(text => Folding.Fold(text!)).Where(IsSymbol).ToHashSet(StringComparer.Ordinal);
        var words = WordsOf(string.Join(' ', texts));
        return
        [
            .. NamesOf(documents).Where(document => document.Info.Visibility <= audience)
                .Select(document => (document.Info, Fit: document.Fit(words, symbols)))
                .Where(found => found.Fit > 0)
                .OrderByDescending(found => found.Fit).ThenByDescending(found => found.Info.Year).ThenBy(found => found.Info.Id.Value, StringComparer.Ordinal)
                .Take(Most).Select(found => found.Info),
        ];
    }

    private Named[] NamesOf(IReadOnlyDictionary<DocumentId, DocumentInfo> documents)
    {
        var before = known;
        if (!ReferenceEquals(before.Of, documents))
        {
            var same = before.Documents.ToDictionary<Named, object>(document => document.Info, ReferenceEqualityComparer.Instance);
            before = (documents, [.. documents.Values.Select(info => same.GetValueOrDefault(info) ?? Named.Of(info))]);
            known = before;
        }

        return before.Documents;
    }

    // Null for what is no plain word: whoever writes operators asks for passages.
    private static IEnumerable<string?> Texts(QueryNode query) => query switch
    {
        WordNode word => [word.Text],
        PhraseNode phrase => [phrase.Text],
        ListNode { Place: WordPlace.Anywhere } list => list.Parts.SelectMany(Texts),
        AndNode and => and.Parts.SelectMany(Texts),
        FilterNode => [],
        _ => [null],
    };

    private static bool IsSymbol(string text) => text.Any(char.IsAsciiDigit) && text.AsSpan().ContainsAny("/-.");

    private static HashSet<string> WordsOf(string text) =>
        Tokenizer.Tokens(text).Select(token => Folding.Fold(token.Text)).Where(word => !TextLanguage.Each.Any(language => StopWords.Contains(word, language)))
            .ToHashSet(StringComparer.Ordinal);

    private sealed record Named(DocumentInfo Info, HashSet<string> Title, HashSet<string> Words, string? Symbol)
    {
        public static Named Of(DocumentInfo info)
        {
            var title = WordsOf(info.Title ?? info.Source.FileName);
            var around = WordsOf($"{info.Front.Subtitle} {info.Series} {info.Number} {info.Year} {string.Join(' ', info.Front.Authors)}");
            return new(info, title, [.. title, .. around], info.Number is { } number && IsSymbol(number) ? Folding.Fold(number) : null);
        }

        // 0 for not named; a symbol names a document whatever stands beside it.
        public double Fit(HashSet<string> asked, HashSet<string> symbols)
        {
            if (Symbol is not null && symbols.Contains(Symbol))
            {
                return 2;
            }

            if (asked.Count < FewestWords || Title.Count == 0 || !asked.IsSubsetOf(Words))
            {
                return 0;
            }

            var named = asked.Count(Title.Contains);
            return named >= Math.Min(EnoughWords, EnoughOfTitle * Title.Count) ? (double)named / Title.Count : 0;
        }
    }
}
