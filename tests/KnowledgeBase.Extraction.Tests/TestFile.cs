using System.Text;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Pdf;

namespace KnowledgeBase.Extraction.Tests;

/// <summary>A file in a folder of its own that is gone after the test.</summary>
internal sealed class TestFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kb-extraction-").FullName;

    private TestFile(string name, byte[] bytes)
    {
        Location = Path.Combine(_folder, name);
        File.WriteAllBytes(Location, bytes);
    }

    public string Location { get; }

    public static TestFile Of(string name, byte[] bytes) => new(name, bytes);

    public static TestFile Of(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    public Task<ExtractedDocument> ExtractAsync(ExtractionOptions? options = null, CancellationToken cancellationToken = default) =>
        new Extractor(new NoPdfReader()).ExtractAsync(Location, options ?? ExtractionOptions.Default, cancellationToken);

    public async Task<Problem> RejectionAsync(ExtractionOptions? options = null) =>
        (await Assert.ThrowsAsync<RejectedInputException>(() => ExtractAsync(options))).Problem;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class NoPdfReader : IPdfReader
    {
        public Task<ExtractedDocument> ReadAsync(string path, SourceFile source, ExtractionOptions options, CancellationToken cancellationToken) =>
            Task.FromResult(new ExtractedDocument(source, [], []));
    }
}

/// <summary>Ways to look at lines.</summary>
internal static class Lines
{
    /// <summary>Kind, marker and text of each line; a raised run shows as ^{…}.</summary>
    public static IReadOnlyList<string> Shown(this ExtractedDocument document) =>
        [.. document.Pages.SelectMany(p => p.Lines).Select(l =>
            $"{l.Declared?.Kind.ToString() ?? "-"}{(l.Declared?.Level > 0 ? l.Declared.Level : "")} {(l.Declared?.Marker is { } m ? m + " " : "")}| "
            + string.Concat(l.Runs.Select(r => r.Raised ? $"^{{{r.Text}}}" : r.Text)).Trim())];

    public static SourceFile Source(SourceFormat format) => new("paper." + format.ToString().ToLowerInvariant(), new('a', 64), format, 1);
}
