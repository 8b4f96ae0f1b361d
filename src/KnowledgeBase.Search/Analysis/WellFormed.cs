namespace KnowledgeBase.Search.Analysis;

/// <summary>Makes any string one that Unicode's normalisation takes: it throws for half surrogate pairs and for U+FFFE, which anybody can type.</summary>
internal static class WellFormed
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text with U+FFFD for each half surrogate pair and each U+FFFE; the same object where there is none.</summary>
    public static string Of(string text)
    {
        char[]? mended = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || text[i] == '\uFFFE')
            {
                mended ??= text.ToCharArray();
                mended[i] = Replacement;
            }
        }

        return mended is null ? text : new(mended);
    }
}
