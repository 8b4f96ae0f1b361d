using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Web.Tests;

public sealed partial class TextsTests
{
    [Theory]
    [InlineData("KnowledgeBase.Web.Resources.Texts", typeof(Site))]
    [InlineData("KnowledgeBase.Export.Resources.ExportTexts", typeof(Export.ExportFormats))]
    public void Every_text_is_there_in_French_with_the_same_places_for_values(string name, Type inAssembly)
    {
        ArgumentNullException.ThrowIfNull(inAssembly);
        var resources = new ResourceManager(name, inAssembly.Assembly);
        var english = Texts(resources, CultureInfo.InvariantCulture);
        var french = Texts(resources, CultureInfo.GetCultureInfo("fr"));
        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), french.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, text) in english)
        {
            Assert.False(string.IsNullOrWhiteSpace(french[key]), key);
            Assert.Equal($"{key} {Values(text)}", $"{key} {Values(french[key])}");
        }
    }

    private static Dictionary<string, string> Texts(ResourceManager resources, CultureInfo culture) =>
        resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    // {0}, {1:N0} …: which values, whatever their form.
    private static string Values(string text) =>
        string.Join(' ', Place().Matches(text).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{(\d)")]
    private static partial Regex Place();
}
