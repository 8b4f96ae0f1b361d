using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Citing;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Answers;

/// <summary>Makes a hit of a passage that was found.</summary>
/// <param name="highlighter">Finds the words for which it was found.</param>
/// <param name="citations">Cites it.</param>
/// <param name="checkPrintFrom">With this grade or a worse one the text may differ from the print.</param>
internal sealed class HitWriter(Highlighter highlighter, CitationWriter citations, string checkPrintFrom)
{
    /// <param name="rank">From 1.</param>
    /// <param name="score">Its score.</param>
    /// <param name="entry">The passage.</param>
    /// <param name="tags">The tags that hold of it.</param>
    /// <param name="document">Its document.</param>
    public SearchHit Write(int rank, double score, PassageEntry entry, PassageTags tags, DocumentInfo document)
    {
        var passage = entry.Passage;
        var language = TextLanguage.Of(passage.Language, document.Language);
        var spans = highlighter.Spans(passage.Text, language);
        var snippet = Snippet.Cut(passage.Text, spans);
        return new(
            rank,
            Math.Round(score, 4),
            passage.Id.Value,
            passage.Text,
            snippet.ToHtml(),
            EnumWords.Of(passage.Role),
            Shown(tags.Kinds),
            Shown(tags.Themes),
            Shown(tags.Addressees),
            Shown(document),
            passage.HeadingPath,
            Cite(entry, document),
            LinkTo(entry, document))
        {
            PageFirst = passage.PageFirst,
            PageLast = passage.PageLast,
            PageLabel = passage.PageLabelFirst,
            Attribution = passage.Attribution,
            Marker = passage.Marker,
            Note = entry.NoteNumber,
            Language = passage.Language ?? document.Language,
            CheckPrint = string.CompareOrdinal(document.GradeLetter, checkPrintFrom) >= 0 ? true : null,
            Found = spans,
            Cut = snippet,
        };
    }

    /// <summary>The same passage in another document.</summary>
    public SamePassage WriteOther(PassageEntry entry, DocumentInfo document) =>
        new(entry.Passage.Id.Value, Shown(document), Cite(entry, document), LinkTo(entry, document));

    private string Cite(PassageEntry entry, DocumentInfo document) => citations.CitePassage(document.Front, document.Source.FileName, entry).Text;

    private static string LinkTo(PassageEntry entry, DocumentInfo document) => $"/documents/{document.Id.Value}#{entry.Passage.Id.Value}";

    /// <summary>A document as hits show it.</summary>
    public static HitDocument Shown(DocumentInfo document) => new(document.Id.Value, document.Source.FileName)
    {
        Title = document.Title, Series = document.Series, Number = document.Number, Year = document.Year, Grade = document.GradeLetter,
    };

    private static TagShown[] Shown(IReadOnlyList<Tag> tags) =>
        [.. tags.Select(t => new TagShown(t.Label, Math.Round(t.Confidence, 3), EnumWords.Of(t.Origin)))];
}
