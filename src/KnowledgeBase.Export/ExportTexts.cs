using System.Globalization;
using System.Resources;

namespace KnowledgeBase.Export;

/// <summary>The words that exports add to the passages, in the language of the options.</summary>
/// <param name="language">Falls back to English.</param>
internal sealed class ExportTexts(CultureInfo language)
{
    private static readonly ResourceManager Texts = new("KnowledgeBase.Export.Resources.ExportTexts", typeof(ExportTexts).Assembly);

    public string Disclaimer => Get("Disclaimer");

    public string Sources => Get("Sources");

    public string Note => Get("Note");

    public string CompiledOn(DateTimeOffset when) => string.Format(language, Get("CompiledOn"), when.Date);

    private string Get(string name) => Texts.GetString(name, language)
        ?? throw new MissingManifestResourceException($"ExportTexts.resx has no text '{name}'.");
}
