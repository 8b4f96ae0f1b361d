using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Search.Answers;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">First character, from 0.</param>
/// <param name="End">End, exclusive.</param>
public readonly record struct TextSpan(int Start, int End);

/// <summary>
/// Finds in a passage the words for which it was found, by the same analysis that the index used, so that every engine gives the same marks.
/// </summary>
public sealed class Highlighter
{
    private readonly WordPattern[] patterns;

    /// <param name="query">What was asked; what it excludes is never marked, nor what it looks for in headings alone.</param>
    public Highlighter(IndexNode query) =>
        patterns = [.. Parts(query).Where(p => p.Place != WordPlace.Heading).SelectMany(p => p.Patterns)];

    /// <summary>The spans of the words found, rising and apart.</summary>
    /// <param name="text">The passage's text.</param>
    /// <param name="language">Its language of analysis.</param>
    public IReadOnlyList<TextSpan> Spans(string text, TextLanguages language)
    {
        var analysed = WordAnalyser.Shared.Analyse(text, language);
        var spans = new List<TextSpan>();
        foreach (var pattern in patterns.Where(p => p.Languages.HasFlag(language)))
        {
            var places = pattern.Sequences.Select(s => Places(analysed, s, pattern.Stemmed).ToArray()).ToArray();
            IEnumerable<(int First, int Last)> found = places.Length == 1 ? places[0] : Near(places, pattern.Distance);
            foreach (var (first, last) in found)
            {
                spans.AddRange(analysed.Words.Skip(first).Take(last - first + 1).Select(w => new TextSpan(w.Start, w.End)));
            }

            spans.AddRange(Compounds(analysed, pattern));
        }

        return Apart(spans.OrderBy(s => s.Start).ThenBy(s => s.End));
    }

    private static IEnumerable<MatchNode> Parts(IndexNode node) => node switch
    {
        MatchNode part => [part],
        AllNode all => all.Parts.SelectMany(Parts),
        AnyNode any => any.Parts.SelectMany(Parts),
        PreferNode prefer => Parts(prefer.Must).Concat(Parts(prefer.Better)),
        _ => [],
    };

    // First and last word of each place where a sequence stands.
    private static IEnumerable<(int First, int Last)> Places(AnalysedText text, WordSequence sequence, bool stemmed)
    {
        for (var i = 0; i + sequence.Words.Count <= text.Words.Count; i++)
        {
            if (StandsAt(text, i, sequence, stemmed))
            {
                yield return (i, i + sequence.Words.Count - 1);
            }
        }
    }

    private static bool StandsAt(AnalysedText text, int at, WordSequence sequence, bool stemmed)
    {
        for (var i = 0; i < sequence.Words.Count; i++)
        {
            var word = stemmed ? text.Words[at + i].Stem : text.Words[at + i].Form;
            if (!Matches(word, sequence.Words[i], sequence.Prefix && i == sequence.Words.Count - 1))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Matches(string word, string asked, bool prefix) =>
        prefix ? word.StartsWith(asked, StringComparison.Ordinal) : word == asked;

    private static IEnumerable<TextSpan> Compounds(AnalysedText text, WordPattern pattern) =>
        pattern.Sequences is [{ Words: [var word], Prefix: var prefix }]
            ? text.Compounds.Where(c => Matches(pattern.Stemmed ? c.Stem : c.Form, word, prefix)).Select(c => new TextSpan(c.Start, c.End))
            : [];

    // For each place taken as the first of a window, the nearest place of every other sequence behind it, if all lie close enough.
    private static HashSet<(int First, int Last)> Near((int First, int Last)[][] places, int distance)
    {
        var found = new HashSet<(int, int)>();
        foreach (var anchor in places.SelectMany(p => p))
        {
            var window = places
                .Select(options => options.Where(o => o.First >= anchor.First && o.First - anchor.Last - 1 <= distance).Take(1))
                .SelectMany(o => o)
                .ToArray();
            if (window.Length == places.Length)
            {
                found.UnionWith(window);
            }
        }

        return found;
    }

    private static List<TextSpan> Apart(IEnumerable<TextSpan> spans)
    {
        var apart = new List<TextSpan>();
        foreach (var span in spans)
        {
            if (apart.Count > 0 && span.Start < apart[^1].End)
            {
                apart[^1] = new(apart[^1].Start, Math.Max(apart[^1].End, span.End));
            }
            else
            {
                apart.Add(span);
            }
        }

        return apart;
    }
}
