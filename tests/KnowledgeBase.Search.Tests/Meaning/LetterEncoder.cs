using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Meaning;

namespace KnowledgeBase.Search.Tests.Meaning;

/// <summary>An encoder whose vectors can be told by hand: how often each letter a to z stands in the text.</summary>
internal sealed class LetterEncoder(string version = "letters-1") : ISentenceEncoder
{
    public string ModelVersion => version;

    public TextLanguages Languages { get; init; } = TextLanguages.All;

    public float UnrelatedCosine { get; init; } = -1;

    public int Dimensions => 26;

    public int Encoded { get; private set; }

    public float[] Encode(string text)
    {
        var vector = new float[26];
        foreach (var letter in text.ToLowerInvariant().Where(char.IsAsciiLetter))
        {
            vector[letter - 'a']++;
        }

        var length = MathF.Sqrt(vector.Sum(x => x * x));
        return length > 0 ? [.. vector.Select(x => x / length)] : vector;
    }

    public IReadOnlyList<float[]> EncodeAll(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Encoded += texts.Count;
        return [.. texts.Select(Encode)];
    }
}
