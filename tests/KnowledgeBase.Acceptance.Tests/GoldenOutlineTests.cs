using System.Text.Json;
using KnowledgeBase.Acceptance.Tests.Running;

namespace KnowledgeBase.Acceptance.Tests;

/// <summary>
/// The sample papers' outlines, as written down by hand from their sources (Goldens/*.outline.txt), are what the program finds in the
/// finished files. A golden is never rewritten from the program's output.
/// </summary>
public sealed class GoldenOutlineTests : IDisposable
{
    private readonly KbProgram kb = new();

    public static TheoryData<string> Goldens { get; } = [.. Directory.EnumerateFiles(
        Path.Combine(Repository.Root, "tests", "KnowledgeBase.Acceptance.Tests", "Goldens"), "*.outline.txt").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_paper_has_a_golden() => Assert.Equal(
        Repository.PaperFiles.Select(path => Path.GetFileNameWithoutExtension(path)),
        ((IEnumerable<object[]>)Goldens).Select(row => ((string)row[0]).Replace(".outline.txt", "", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Goldens))]
    public async Task Finds_the_outline_that_the_author_meant(string golden)
    {
        var name = golden.Replace(".outline.txt", ".", StringComparison.Ordinal);
        var paper = Repository.PaperFiles.Single(path => Path.GetFileName(path).StartsWith(name, StringComparison.Ordinal));
        var expected = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests", "KnowledgeBase.Acceptance.Tests", "Goldens", golden));

        var found = JsonDocument.Parse((await kb.DoAsync("extract", paper, "--json")).Out).RootElement;

        Assert.Equal(Comparable(expected), Comparable(Outline(found)), ignoreCase: true, ignoreLineEndingDifferences: true);
    }

    public void Dispose() => kb.Dispose();

    /// <summary>Small capitals and curly apostrophes are the printer's, not the author's; what the outline does not count is left out.</summary>
    private static string Comparable(string outline) => string.Join('\n', outline.Replace('’', '\'').Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line.Split(' ')[0] is not ("tables" or "boxes" or "pullquotes")));

    private static string Outline(JsonElement document)
    {
        var outline = new List<string>();
        outline.Add(Text(document, "title") + (document.TryGetProperty("subtitle", out var subtitle) ? $": {subtitle}" : ""));
        foreach (var section in document.GetProperty("sections").EnumerateArray())
        {
            outline.Add(string.Join(
                '\t', section.GetProperty("level"), Text(section, "number"), Text(section, "title"), Text(section, "kind"), Text(section, "ordinal")));
        }

        var passages = document.GetProperty("passages").EnumerateArray().ToList();
        outline.Add($"footnotes {document.GetProperty("footnotes").GetArrayLength()}");
        outline.Add($"quotes {passages.Count(passage => Text(passage, "role") == "quote")}");
        outline.Add($"recommendations {passages.Count(IsNumberedRecommendation)}");
        outline.Add($"year {Text(document, "year")}");
        outline.Add($"language {Text(document, "language")}");
        outline.Add($"series {Text(document, "series")} / {Text(document, "number")}");
        return string.Join('\n', outline);
    }

    private static bool IsNumberedRecommendation(JsonElement passage) =>
        Text(passage, "role") == "list_item" && char.IsAsciiDigit(Text(passage, "marker").TrimStart('(')[0])
        && passage.GetProperty("kinds").EnumerateArray().Any(kind => Text(kind, "tag") == "recommendation");

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.ToString() : "-";
}
