namespace KnowledgeBase.Search.Analysis;

/// <summary>The languages that have a stemmer, and all others; a set of them as flags.</summary>
[Flags]
public enum TextLanguages
{
    /// <summary>No language.</summary>
    None = 0,

    /// <summary>English.</summary>
    English = 1,

    /// <summary>French.</summary>
    French = 2,

    /// <summary>Spanish.</summary>
    Spanish = 4,

    /// <summary>Any other: words are folded and not stemmed.</summary>
    Other = 8,

    /// <summary>Every language.</summary>
    All = English | French | Spanish | Other,
}

/// <summary>Tells the language of analysis from a language code.</summary>
public static class TextLanguage
{
    /// <summary>The languages of analysis one by one.</summary>
    public static IReadOnlyList<TextLanguages> Each { get; } =
        [TextLanguages.English, TextLanguages.French, TextLanguages.Spanish, TextLanguages.Other];

    /// <summary>The language of a passage: its own code, else its document's, else English, the language of most papers.</summary>
    /// <param name="code">Two-letter code of the passage, or null.</param>
    /// <param name="documentCode">Two-letter code of the document, or null.</param>
    public static TextLanguages Of(string? code, string? documentCode) => (code ?? documentCode) switch
    {
        null or "en" => TextLanguages.English,
        "fr" => TextLanguages.French,
        "es" => TextLanguages.Spanish,
        _ => TextLanguages.Other,
    };
}
