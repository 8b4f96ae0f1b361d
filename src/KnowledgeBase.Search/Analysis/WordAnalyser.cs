using System.Collections.Concurrent;
using System.Text;
using KnowledgeBase.Search.Analysis.Stemming;

namespace KnowledgeBase.Search.Analysis;

/// <summary>A word of a text as the index knows it.</summary>
/// <param name="Form">Folded: for phrases, prefixes and near spellings.</param>
/// <param name="Stem">Stemmed by the text's language, then folded: for plain words.</param>
/// <param name="Start">First character in the text.</param>
/// <param name="End">End in the text, exclusive.</param>
public readonly record struct AnalysedWord(string Form, string Stem, int Start, int End);

/// <summary>The words of a text.</summary>
/// <param name="Words">In order.</param>
/// <param name="Compounds">Hyphenated compounds written as one ("peacebuilding" for "peace-building"), in order.</param>
public sealed record AnalysedText(IReadOnlyList<AnalysedWord> Words, IReadOnlyList<AnalysedWord> Compounds);

/// <summary>Cuts, folds and stems texts, the same way for passages and for queries; safe to use from several threads.</summary>
public sealed class WordAnalyser
{
    // Stems are looked up far more often than new words turn up; beyond this many the table starts afresh.
    private const int MostCached = 200_000;

    private static readonly Dictionary<TextLanguages, IStemmer> Stemmers = new()
    {
        [TextLanguages.English] = new EnglishStemmer(),
        [TextLanguages.French] = new FrenchStemmer(),
        [TextLanguages.Spanish] = new SpanishStemmer(),
    };

    private readonly ConcurrentDictionary<(string Word, TextLanguages Language), (string Form, string Stem)> cache = new();

    /// <summary>One analyser for all; it keeps no state that shows.</summary>
    public static WordAnalyser Shared { get; } = new();

    /// <summary>The words of a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">One language.</param>
    public AnalysedText Analyse(string text, TextLanguages language)
    {
        var tokens = Tokenizer.Tokens(text);
        var words = new List<AnalysedWord>(tokens.Count);
        var compounds = new List<AnalysedWord>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var (form, stem) = Look(tokens[i].Text, tokens[i].Whole, language);
            words.Add(new(form, stem, tokens[i].Start, tokens[i].End));
            if (tokens[i].JoinsNext && (i == 0 || !tokens[i - 1].JoinsNext) && Compound(tokens, i, language) is { } compound)
            {
                compounds.Add(compound);
            }
        }

        return new(words, compounds);
    }

    private AnalysedWord? Compound(List<Token> tokens, int first, TextLanguages language)
    {
        var last = first;
        while (last + 1 < tokens.Count && tokens[last].JoinsNext)
        {
            last++;
        }

        // "2015-2020" is a range, not a compound.
        if (tokens[first].Whole)
        {
            return null;
        }

        var joined = string.Concat(tokens.Skip(first).Take(last - first + 1).Select(t => t.Text));
        var (form, stem) = Look(joined, whole: false, language);
        return new(form, stem, tokens[first].Start, tokens[last].End);
    }

    private (string Form, string Stem) Look(string word, bool whole, TextLanguages language)
    {
        if (cache.TryGetValue((word, language), out var known))
        {
            return known;
        }

        var form = Folding.Fold(word);
        var stem = whole || !Stemmers.TryGetValue(language, out var stemmer)
            ? form
            : Folding.Fold(stemmer.Stem(WellFormed.Of(word).Normalize(NormalizationForm.FormC).ToLowerInvariant()));
        if (cache.Count >= MostCached)
        {
            cache.Clear();
        }

        // A word of nothing but marks folds to nothing; it stays findable as what it is.
        var result = form.Length == 0 ? (word, word) : (form, stem.Length == 0 ? form : stem);
        cache.TryAdd((word, language), result);
        return result;
    }
}
