using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Index;
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

    // One reference, so that no thread sees the documents of one state with the names of another.
    private Known known = new(new Dictionary<DocumentId, DocumentInfo>(), []);

    /// <summary>The documents named, the one named most fully first; none where the query asks for more than words.</summary>
    /// <param name="query">The query.</param>
    /// <param name="filters">Filters chosen beside it: with one on documents themselves, passages are asked for.</param>
    /// <param name="documents">All documents, as <see cref="DocumentInfos"/> gives them.</param>
    /// <param name="view">Who asks, and which state of the store: what takes no part is not named.</param>
    public IReadOnlyList<DocumentInfo> In(
        QueryNode query, IReadOnlyList<SearchFilter> filters, IReadOnlyDictionary<DocumentId, DocumentInfo> documents, Viewpoint view)
    {
        var texts = Texts(query).ToList();
        if (texts.Count == 0 || texts.Contains(null) || filters.Any(ChoosesDocuments))
        {
            return [];
        }

        var text = string.Join(' ', texts);
        var (words, symbols) = (AskedWords(text), SymbolsOf(text));
        return
        [
            .. NamesOf(documents).Where(document => view.Sees(document.Info))
                .Select(document => (document.Info, Fit: document.Fit(words, symbols)))
                .Where(found => found.Fit > 0)
                .OrderByDescending(found => found.Fit).ThenByDescending(found => found.Info.Year).ThenBy(found => found.Info.Id.Value, StringComparer.Ordinal)
                .Take(Most).Select(found => found.Info),
        ];
    }

    private Named[] NamesOf(IReadOnlyDictionary<DocumentId, DocumentInfo> documents)
    {
        var before = Volatile.Read(ref known);
        if (ReferenceEquals(before.Of, documents))
        {
            return before.Documents;
        }

        var same = before.Documents.ToDictionary<Named, object>(document => document.Info, ReferenceEqualityComparer.Instance);
        Named[] now = [.. documents.Values.Select(info => same.GetValueOrDefault(info) ?? Named.Of(info))];
        Volatile.Write(ref known, new(documents, now));
        return now;
    }

    // Null for what is no plain word: whoever writes operators asks for passages.
    private static IEnumerable<string?> Texts(QueryNode query) => query switch
    {
        WordNode word => [word.Text],
        PhraseNode phrase => [phrase.Text],
        ListNode { Place: WordPlace.Anywhere } list => list.Parts.SelectMany(Texts),
        AndNode and => and.Parts.SelectMany(Texts),
        FilterNode { Filter: var filter } => ChoosesDocuments(filter) ? [null] : [],
        _ => [null],
    };

    private static bool ChoosesDocuments(SearchFilter filter) =>
        filter.Field is FilterField.Document or FilterField.Year or FilterField.Series or FilterField.Lang or FilterField.Grade;

    private static HashSet<string> SymbolsOf(string text) => Only(NamedDocuments.Words(text), IsSymbol);

    // "S/2025/389", not "9/2021" or "No. 7", which many have.
    private static bool IsSymbol(string text) => text.Contains('/', StringComparison.Ordinal) && text.Any(char.IsAsciiDigit) && text.Any(char.IsLetter);

    // "UN" and "AU" in capitals are names, in small letters words that every title may have.
    private static HashSet<string> AskedWords(string text)
    {
        var names = Tokenizer.Tokens(text).Where(token => StopWords.IsName(token.Text)).Select(token => Folding.Fold(token.Text)).ToHashSet(StringComparer.Ordinal);
        return Only(NamedDocuments.Words(text), word => names.Contains(word) || !StopWords.Contains(word));
    }

    private static HashSet<string> Only(HashSet<string> words, Func<string, bool> wanted)
    {
        words.RemoveWhere(word => !wanted(word));
        return words;
    }

    private sealed record Known(IReadOnlyDictionary<DocumentId, DocumentInfo> Of, Named[] Documents);

    private sealed record Named(DocumentInfo Info, HashSet<string> Title, HashSet<string> Words, HashSet<string> Symbols)
    {
        public static Named Of(DocumentInfo info)
        {
            var title = AskedWords(info.Title ?? info.Source.FileName);
            var around = NamedDocuments.Words($"{info.Title} {info.Front.Subtitle} {info.Series} {info.Number} {info.Year} {string.Join(' ', info.Front.Authors)}");
            return new(info, title, [.. title, .. around], SymbolsOf(info.Number ?? ""));
        }

        // 0 for not named; a symbol names a document whatever stands beside it.
        public double Fit(HashSet<string> asked, HashSet<string> symbols)
        {
            if (Symbols.Overlaps(symbols))
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
