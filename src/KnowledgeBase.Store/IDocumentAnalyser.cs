using KnowledgeBase.Documents;

namespace KnowledgeBase.Store;

/// <summary>The words of one passage or footnote as the index takes them; no word is empty or holds a blank.</summary>
/// <param name="Heading">Stems of its heading path, in order.</param>
/// <param name="Text">Stems of its text, in order.</param>
/// <param name="HeadingForms">Unstemmed words of its heading path, one for each stem.</param>
/// <param name="TextForms">Unstemmed words of its text, one for each stem.</param>
public sealed record AnalysedPassage(
    IReadOnlyList<string> Heading, IReadOnlyList<string> Text, IReadOnlyList<string> HeadingForms, IReadOnlyList<string> TextForms);

/// <summary>What the index takes of a document.</summary>
/// <param name="Passages">One for each entry of <see cref="PassageEntry.Of"/>, in the same order.</param>
/// <param name="Data">Anything else that the analysis wants back when an index is loaded; opaque to the store.</param>
public sealed record AnalysedDocument(IReadOnlyList<AnalysedPassage> Passages, byte[] Data)
{
    /// <summary>The names that filters and facets need of its passages, and the acronyms it explains; opaque to the store.</summary>
    public byte[] Names { get; init; } = [];
}

/// <summary>
/// Makes of a document what the index takes. The store calls it when it saves a document, so that the document and its index rows
/// appear in one transaction. It must be pure and safe to call from several threads.
/// </summary>
public interface IDocumentAnalyser
{
    /// <summary>Changes whenever the same text may give other words; a store analysed by another version asks for a reindex.</summary>
    string Version { get; }

    /// <summary>Analyses all passages and footnotes of a document.</summary>
    AnalysedDocument Analyse(StructuredDocument document);

    /// <summary>Gives back the words of a document that this version analysed: what FTS5 needs to take them out again.</summary>
    /// <param name="data">The <see cref="AnalysedDocument.Data"/> of that time.</param>
    IReadOnlyList<AnalysedPassage> Restore(byte[] data);
}
