using System.Text;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Store.Tests;

/// <summary>Splits at blanks, so that tests can foresee every word.</summary>
internal sealed class WordAnalyser(string version = "words/1") : IDocumentAnalyser
{
    public string Version { get; } = version;

    public AnalysedDocument Analyse(StructuredDocument document) => new(
        [.. PassageEntry.Of(document).Select(Analyse)], Encoding.UTF8.GetBytes($"{Version} {document.Passages.Count}"));

    private static AnalysedPassage Analyse(PassageEntry entry)
    {
        var heading = Split(string.Join(' ', entry.Passage.HeadingPath));
        var text = Split(entry.Passage.Text);
        return new(heading, text, heading, text);
    }

    private static string[] Split(string text) => PassageId.Normalise(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
