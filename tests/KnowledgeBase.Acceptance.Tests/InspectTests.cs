using System.Buffers.Binary;
using KnowledgeBase.Acceptance.Tests.Running;

namespace KnowledgeBase.Acceptance.Tests;

public sealed class InspectTests : IDisposable
{
    private readonly KbProgram kb = new();

    [Fact]
    public async Task Draws_a_page_and_names_what_it_drew()
    {
        var paper = Path.Combine(Repository.Papers, "01-rivalry-between-mediators-great-lakes.pdf");

        var result = await kb.DoAsync("inspect", paper, "--page", "1", "--out", "page.png");

        // A4 at 130 dots per inch; width and height stand in the first chunk.
        var picture = await File.ReadAllBytesAsync(kb.PathOf("page.png"));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
        Assert.Equal(595.0 / 72 * 130, BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)), 3.0);
        Assert.Contains(result.Lines, line => line.Contains("paragraph", StringComparison.Ordinal) && line.Contains("In the summer of 1996", StringComparison.Ordinal));
        Assert.Contains(result.Lines, line => line.StartsWith("FN 1", StringComparison.Ordinal) && line.Contains("footnote", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Lines, line => line.Contains("not placed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_said_and_nothing_is_drawn()
    {
        var paper = Path.Combine(Repository.Papers, "01-rivalry-between-mediators-great-lakes.pdf");

        var result = await kb.RunAsync("inspect", paper, "--page", "999", "--out", "page.png");

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.Matches(@"has \d+ pages, so there is no page 999", result.Talk);
        Assert.False(File.Exists(kb.PathOf("page.png")));
    }

    [Fact]
    public async Task A_file_without_pages_is_said()
    {
        kb.Write("note.md", "# Note\n\nMediators who know each other lose less time.\n");

        var result = await kb.RunAsync("inspect", "note.md");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("is no PDF", result.Talk, StringComparison.Ordinal);
    }

    public void Dispose() => kb.Dispose();
}
