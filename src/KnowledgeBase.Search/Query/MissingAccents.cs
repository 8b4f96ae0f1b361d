using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Query;

/// <summary>
/// What a French or Spanish word typed without accents may have been: the stemmers tell endings by their accents, which people leave out.
/// </summary>
internal static class MissingAccents
{
    private static readonly (string Plain, string Accented)[] French = [("ees", "ées"), ("ee", "ée"), ("es", "és"), ("e", "é")];
    private static readonly (string Plain, string Accented)[] Spanish = [("cion", "ción"), ("sion", "sión"), ("logia", "logía"), ("logias", "logías")];

    /// <summary>The word with the accent of each ending that it may have lost; none when it has accents.</summary>
    public static IEnumerable<string> Restore(string word, TextLanguages language) => System.Text.Ascii.IsValid(word)
        ? (language == TextLanguages.French ? French : Spanish)
            .Where(e => word.EndsWith(e.Plain, StringComparison.OrdinalIgnoreCase))
            .Select(e => string.Concat(word.AsSpan(0, word.Length - e.Plain.Length), e.Accented))
        : [];
}
