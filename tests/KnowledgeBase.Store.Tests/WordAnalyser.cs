using System.Text;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Store.Tests;

/// <summary>Splits at blanks, so that tests can foresee every word.</summary>
internal sealed class WordAnalyser(string version = "words/1") : IDocumentAnalyser
{
    public string Version { get; } = version;

    public AnalysedDocument Analyse(StructuredDocument document)
    {
        AnalysedPassage[] passages = [.. PassageEntry.Of(document).Select(Analyse)];
        return new(passages, Encoding.UTF8.GetBytes(string.Join('\n', passages.Select(p => $"{string.Join(' ', p.Heading)}\t{string.Join(' ', p.Text)}"))));
    }

    public IReadOnlyList<AnalysedPassage> Restore(byte[] data) =>
    [
        .. Encoding.UTF8.GetString(data).Split('\n').Select(line => line.Split('\t').Select(Split).ToArray())
            .Select(p => new AnalysedPassage(p[0], p[1], p[0], p[1])),
    ];

    private static AnalysedPassage Analyse(PassageEntry entry)
    {
        var heading = Split(string.Join(' ', entry.Passage.HeadingPath));
        var text = Split(entry.Passage.Text);
        return new(heading, text, heading, text);
    }

    private static string[] Split(string text) => PassageId.Normalise(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
