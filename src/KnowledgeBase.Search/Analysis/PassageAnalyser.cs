using KnowledgeBase.Documents;
using KnowledgeBase.Search.Index.Memory;
using KnowledgeBase.Search.Names;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Analysis;

/// <summary>Makes index rows of documents: see <see cref="WordAnalyser"/> for what a word is.</summary>
public sealed class PassageAnalyser : IDocumentAnalyser
{
    /// <summary>Stands between a text's words and its compounds, so that no phrase spans the two.</summary>
    public const string Gap = "|";

    private readonly WordAnalyser words = WordAnalyser.Shared;

    /// <inheritdoc/>
    public string Version => "words/4";

    /// <inheritdoc/>
    public AnalysedDocument Analyse(StructuredDocument document)
    {
        var passages = new List<AnalysedPassage>();
        foreach (var entry in PassageEntry.Of(document))
        {
            var language = TextLanguage.Of(entry.Passage.Language, document.Front.Language);
            var text = words.Analyse(entry.Passage.Text, language);
            // A row of boxes to tick says nothing, whatever heading it stands under.
            var heading = words.Analyse(text.Words.Count > 0 ? string.Join(" \n ", entry.Passage.HeadingPath) : "", language);
            passages.Add(new(List(heading, w => w.Stem), List(text, w => w.Stem), List(heading, w => w.Form), List(text, w => w.Form)));
        }

        return new(passages, DocumentPostings.Encode(passages, Gap)) { Names = NameReader.Read(document).Write() };
    }

    /// <inheritdoc/>
    public IReadOnlyList<AnalysedPassage> Restore(byte[] data) => DocumentPostings.Decode(data, Gap);

    private static List<string> List(AnalysedText text, Func<AnalysedWord, string> part)
    {
        var list = new List<string>(text.Words.Count + (2 * text.Compounds.Count));
        list.AddRange(text.Words.Select(part));
        foreach (var compound in text.Compounds)
        {
            list.Add(Gap);
            list.Add(part(compound));
        }

        return list;
    }
}
