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

    [Fact]
    public void Everything_that_the_projects_beneath_the_site_say_by_a_code_is_there_in_French_with_its_values()
    {
        var french = Texts(new ResourceManager("KnowledgeBase.Web.Resources.Messages", typeof(Site).Assembly), CultureInfo.GetCultureInfo("fr"));
        var said = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => Coded(File.ReadAllText(path))).ToArray();
        Assert.True(said.Length > 60, $"only {said.Length} coded texts were found in the sources");
        foreach (var (code, values) in said)
        {
            Assert.Equal($"{code}: {values}", $"{code}: {(french.TryGetValue(code, out var text) ? Place().Matches(text).Select(match => match.Value).Distinct().Count() : -1)}");
        }

        Assert.Empty(Documents.GradeReasons.Codes.Except(french.Keys));
        // A problem is said by its code alone: its values are not known any more.
        var problems = Code().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "problems.md"))).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(french, text => problems.Contains(text.Key) && Place().IsMatch(text.Value));
        var ofFiles = File.ReadAllText(Path.Combine(Repository.Root, "docs", "problems.md")).Split("\n## ")[1];
        Assert.Empty(Code().Matches(ofFiles).Select(match => match.Groups[1].Value).Except(french.Keys));
    }

    // CodedText.Of("code", $"English with {values}"): the code, and how many values there are.
    private static IEnumerable<(string Code, int Values)> Coded(string source) =>
        Beginning().Matches(source).Select(match => (match.Groups[1].Value, Holes(source, match.Index + match.Length)));

    private static int Holes(string source, int at)
    {
        var (holes, depth, quoted) = (0, 0, false);
        for (; depth > 0 || source[at] != '"'; at++)
        {
            switch (source[at])
            {
                case '\\':
                    at++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case '{' when !quoted:
                    holes += depth == 0 ? 1 : 0;
                    depth++;
                    break;
                case '}' when !quoted:
                    depth--;
                    break;
            }
        }

        return holes;
    }

    private static Dictionary<string, string> Texts(ResourceManager resources, CultureInfo culture) =>
        resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    // {0}, {1:N0} …: which values, whatever their form.
    private static string Values(string text) =>
        string.Join(' ', Place().Matches(text).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\bOf\(\s*""([a-z]+(?:-[a-z]+)+)"",\s*\$""")]
    private static partial Regex Beginning();

    // The codes that stand first in the rows of a table.
    [GeneratedRegex(@"(?<=^\| .*)`([a-z]+(?:-[a-z]+)+)`(?=[^|]* \|.*\|.*\|)", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\{(\d)")]
    private static partial Regex Place();
}
