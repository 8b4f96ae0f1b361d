using KnowledgeBase.Acceptance.Tests.Running;

namespace KnowledgeBase.Acceptance.Tests;

public sealed class EvaluateStructureTests : IDisposable
{
    private readonly KbProgram kb = new();

    [Fact]
    public async Task Writes_a_row_for_each_document_and_names_the_weakest()
    {
        kb.Write("reports/un__note.md", "# Trust\n\nMediators who know each other lose less time.\n\n## Money\n\nDonors who talk to each other pay once.\n");
        kb.Write("truth/note.json", """
            { "source": "reports/un/note.md", "sections": [ { "title": "Trust", "level": 1 }, { "title": "Money matters a lot", "level": 2 } ],
              "passages": [ { "role": "paragraph", "heading_path": ["Trust"], "text": "Mediators who know each other lose less time." } ] }
            """);
        kb.Write("evaluation.md", "By hand.\n");

        await kb.DoAsync("evaluate-structure", "truth", "--out", "evaluation.md");

        var text = await File.ReadAllTextAsync(kb.PathOf("evaluation.md"));
        Assert.StartsWith("By hand.\n", text, StringComparison.Ordinal);
        // One passage of two read is in the truth, and one of two true headings: F1 2/3 and 2/4.
        Assert.Matches(@"\| note \(markdown\) \| 0\.\d{3} \| 0\.500 \| 1\.000 \| 0\.667 \|", text);
        Assert.Contains("- **note (markdown)**", text, StringComparison.Ordinal);
        Assert.Contains("1 × heading read in part", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_said()
    {
        kb.Write("truth/note.json", """{ "source": "reports/gone.pdf", "sections": [], "passages": [] }""");

        var result = await kb.RunAsync("evaluate-structure", "truth");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("'reports/gone.pdf'", result.Talk, StringComparison.Ordinal);
    }

    [SharedFact("truth")]
    public async Task Structure_is_recovered_as_well_as_was_promised()
    {
        var result = await kb.DoAsync("evaluate-structure", Repository.Shared("truth"));

        var pooled = result.Lines[^1].Split("  ", StringSplitOptions.RemoveEmptyEntries).Select(figure => figure.Trim().Split(' ')).ToDictionary(pair => pair[0], pair => double.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture));
        (string Name, double Least)[] promised =
        [
            ("words", 0.975), ("headings", 0.90), ("levels", 0.85), ("passages", 0.87), ("order", 0.985), ("paths", 0.90), ("full_paths", 0.75), ("roles", 0.93),
            ("markers", 0.90), ("pages", 0.97), ("quotes", 0.85), ("attributions", 0.90), ("footnotes", 0.93), ("refs", 0.88),
        ];
        Assert.All(promised, figure => Assert.True(pooled[figure.Name] >= figure.Least, $"{figure.Name} is {pooled[figure.Name]}, promised {figure.Least}"));
    }

    public void Dispose() => kb.Dispose();
}
