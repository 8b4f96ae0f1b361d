using KnowledgeBase.Tagging.Rules;
using KnowledgeBase.Tagging.Text;

namespace KnowledgeBase.Tagging.Learning;

/// <summary>A passage with its cues and sentences found; computed once and looked at by its neighbours too.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Lexicon">Cue words of its language, or null when there are none.</param>
/// <param name="Hits">Cues in the text.</param>
/// <param name="SentenceStarts">Index of each sentence's first word.</param>
internal sealed record PassageAnalysis(
    PassageInContext Passage, CueLexicon? Lexicon, IReadOnlyList<CueHit> Hits, IReadOnlyList<int> SentenceStarts)
{
    public static PassageAnalysis Of(PassageInContext passage, IReadOnlyDictionary<string, CueLexicon> lexicons)
    {
        var lexicon = lexicons.GetValueOrDefault(passage.Language);
        return new(
            passage,
            lexicon,
            lexicon?.Find(passage.Tokens, headings: false) ?? [],
            Sentences.Starts(passage.Text, passage.Tokens));
    }

    /// <summary>Index of the sentence a word stands in.</summary>
    public int SentenceOf(int token)
    {
        var sentence = 0;
        while (sentence + 1 < SentenceStarts.Count && SentenceStarts[sentence + 1] <= token)
        {
            sentence++;
        }

        return sentence;
    }

    /// <summary>"recommendation.modal": the key of a hit's group, the same in every language.</summary>
    public string GroupOf(CueHit hit) => Lexicon!.Groups[hit.Group].Key;
}
