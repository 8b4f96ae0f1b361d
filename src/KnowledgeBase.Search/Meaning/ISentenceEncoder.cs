using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Meaning;

/// <summary>Turns a sentence or passage into a vector whose direction says what it is about.</summary>
public interface ISentenceEncoder
{
    /// <summary>Names model and version; vectors of different model versions must not be compared.</summary>
    string ModelVersion { get; }

    /// <summary>The languages it reads; vectors of texts in others say little.</summary>
    TextLanguages Languages { get; }

    /// <summary>The cosine of two texts that have nothing to do with each other, -1 to 1: what is no nearer says nothing.</summary>
    float UnrelatedCosine { get; }

    /// <summary>Length of every vector.</summary>
    int Dimensions { get; }

    /// <summary>The vector of one text, of length 1. Any text has one, the empty text too. Safe to call from several threads.</summary>
    float[] Encode(string text);

    /// <summary>The vectors of many texts, in their order, bit for bit what <see cref="Encode"/> gives each of them.</summary>
    /// <param name="texts">Any number of texts of any length.</param>
    /// <param name="cancellationToken">Stops between batches with <see cref="OperationCanceledException"/>.</param>
    IReadOnlyList<float[]> EncodeAll(IReadOnlyList<string> texts, CancellationToken cancellationToken);
}
