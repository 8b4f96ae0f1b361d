using System.Globalization;

namespace KnowledgeBase.Search.Answers;

/// <summary>
/// The state of the store that an answer was made from. A later question with it gives other parts of the same answer, whatever documents and
/// vectors have come in since; documents that were removed or replaced meanwhile are gone all the same.
/// </summary>
/// <param name="Documents">Row of the newest document then that the asker may see, or 0.</param>
/// <param name="Vectors">Sequence of the newest vector then of a passage that the asker may see; 0 when the answer did without.</param>
public sealed record AnswerState(long Documents, long Vectors)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is nothing of the kind.</summary>
    public static AnswerState? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('.') is [var documents, var vectors] && Number(documents) is { } row && Number(vectors) is { } sequence ? new(row, sequence) : null;
    }

    /// <summary>As answers and addresses carry it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Documents}.{Vectors}");

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
