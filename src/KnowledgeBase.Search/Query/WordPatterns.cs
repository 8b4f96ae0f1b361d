using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Index;

namespace KnowledgeBase.Search.Query;

/// <summary>Makes patterns of the words that a user typed, for each language in which passages were analysed.</summary>
internal sealed class WordPatterns(TextLanguages present, Func<IReadOnlyList<VocabularyWord>> vocabulary)
{
    private const int MostNearSpellings = 50;

    private readonly WordAnalyser analyser = WordAnalyser.Shared;
    private readonly Dictionary<string, IReadOnlyList<string>> nearSpellings = new(StringComparer.Ordinal);

    /// <summary>A plain word, or what hyphens and the like make one.</summary>
    public IReadOnlyList<WordPattern> Word(string text)
    {
        var found = new List<WordPattern>();
        foreach (var language in TextLanguage.Each.Where(l => present.HasFlag(l)))
        {
            var analysed = analyser.Analyse(text, language);
            if (analysed.Words.Count == 0)
            {
                return [];
            }

            Add(found, [.. analysed.Words.Select(w => w.Stem)], stemmed: true, language);
            foreach (var compound in analysed.Compounds)
            {
                Add(found, [compound.Stem], stemmed: true, language);
            }

            if (language is TextLanguages.French or TextLanguages.Spanish && analysed.Words is [var only])
            {
                Add(found, [only.Form], stemmed: false, language);
                foreach (var accented in MissingAccents.Restore(text, language))
                {
                    Add(found, [.. analyser.Analyse(accented, language).Words.Select(w => w.Stem)], stemmed: true, language);
                }
            }
        }

        return found;
    }

    /// <summary>Words in this order and form.</summary>
    public IReadOnlyList<WordPattern> Phrase(string text) => Forms(text) is { Count: > 0 } forms ? [Exact(new(forms))] : [];

    /// <summary>Words that begin like this.</summary>
    public IReadOnlyList<WordPattern> Prefix(string text) => Forms(text) is { Count: > 0 } forms ? [Exact(new(forms, Prefix: true))] : [];

    /// <summary>Words that are spelled nearly like this.</summary>
    public IReadOnlyList<WordPattern> Fuzzy(string text, int? edits) =>
        [.. NearSpellings(text, edits).Select(form => Exact(new([form])))];

    /// <summary>Parts close to each other.</summary>
    public IReadOnlyList<WordPattern> Near(IReadOnlyList<QueryNode> parts, int distance)
    {
        // With a phrase or a beginning among them all parts are looked for by form, else by stem.
        if (parts.Any(p => p is not WordNode))
        {
            var sequences = parts.Select(Sequence).OfType<WordSequence>().ToArray();
            return sequences.Length > 1 ? [new(sequences, Stemmed: false, TextLanguages.All, distance)] : [.. sequences.Select(Exact)];
        }

        var found = new List<WordPattern>();
        foreach (var language in TextLanguage.Each.Where(l => present.HasFlag(l)))
        {
            var sequences = parts.Cast<WordNode>()
                .Select(p => analyser.Analyse(p.Text, language).Words.Select(w => w.Stem).ToArray())
                .Where(s => s.Length > 0)
                .Select(s => new WordSequence(s))
                .ToArray();
            if (sequences.Length > 0)
            {
                found.Add(new(sequences, Stemmed: true, language, distance));
            }
        }

        return found;
    }

    /// <summary>The words of the store that a fuzzy word stands for, nearest first, then the most frequent.</summary>
    public IReadOnlyList<string> NearSpellings(string text, int? edits)
    {
        var word = string.Concat(Forms(text));
        var most = edits ?? (word.Length > 5 ? 2 : 1);
        var key = $"{word}~{most}";
        if (!nearSpellings.TryGetValue(key, out var found))
        {
            found =
            [
                .. vocabulary()
                    .Select(v => (v.Form, v.Passages, Distance: EditDistance.Between(word, v.Form, most)))
                    .Where(v => v.Distance <= most)
                    .OrderBy(v => v.Distance).ThenByDescending(v => v.Passages).ThenBy(v => v.Form, StringComparer.Ordinal)
                    .Take(MostNearSpellings)
                    .Select(v => v.Form),
            ];
            found = found.Count > 0 || word.Length == 0 ? found : [word];
            nearSpellings.Add(key, found);
        }

        return found;
    }

    private static WordPattern Exact(WordSequence sequence) => new([sequence], Stemmed: false, TextLanguages.All);

    private static void Add(List<WordPattern> found, string[] words, bool stemmed, TextLanguages language)
    {
        var same = found.FindIndex(p => p.Stemmed == stemmed && p.Sequences[0].Words.SequenceEqual(words));
        if (same < 0)
        {
            found.Add(new([new(words)], stemmed, language));
        }
        else
        {
            found[same] = found[same] with { Languages = found[same].Languages | language };
        }
    }

    private WordSequence? Sequence(QueryNode part)
    {
        var (text, prefix) = part switch
        {
            WordNode word => (word.Text, false),
            PhraseNode phrase => (phrase.Text, false),
            PrefixNode start => (start.Text, true),
            _ => ("", false),
        };
        return Forms(text) is { Count: > 0 } forms ? new(forms, prefix) : null;
    }

    // Forms are the same in every language.
    private List<string> Forms(string text) => [.. analyser.Analyse(text, TextLanguages.Other).Words.Select(w => w.Form)];
}
