using System.Globalization;
using System.Resources;

namespace KnowledgeBase.Web;

/// <summary>The words of the pages, in the language of the request; English where there is no translation.</summary>
public static class Texts
{
    /// <summary>Cookie that keeps the chosen language.</summary>
    public const string CookieName = "kb-language";

    private static readonly ResourceManager Resources = new("KnowledgeBase.Web.Resources.Texts", typeof(Texts).Assembly);

    /// <summary>English.</summary>
    public static CultureInfo Default { get; } = CultureInfo.GetCultureInfo("en");

    /// <summary>The languages that there are texts for.</summary>
    public static IReadOnlyList<CultureInfo> Languages { get; } = [Default, CultureInfo.GetCultureInfo("fr")];

    /// <summary>The language of the request.</summary>
    public static CultureInfo Language => CultureInfo.CurrentUICulture;

    /// <summary>A text.</summary>
    /// <param name="name">Its name in Texts.resx.</param>
    public static string T(string name) => Resources.GetString(name, Language)
        ?? throw new MissingManifestResourceException($"Texts.resx has no text '{name}'.");

    /// <summary>A text with values put in.</summary>
    /// <param name="name">Its name in Texts.resx.</param>
    /// <param name="values">For {0}, {1} …</param>
    public static string T(string name, params ReadOnlySpan<object?> values) =>
        string.Format(Language, T(name), values);

    /// <summary>The word for people of a permanent word: a kind, a theme, a role; the word itself, blanks for underscores, where none is known.</summary>
    /// <param name="family">"Kind", "Theme" …</param>
    /// <param name="word">The permanent word.</param>
    public static string Word(string family, string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return Resources.GetString($"{family}_{word}", Language) ?? word.Replace('_', ' ');
    }
}
