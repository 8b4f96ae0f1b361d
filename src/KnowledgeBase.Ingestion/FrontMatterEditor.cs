using KnowledgeBase.Documents;
using KnowledgeBase.Store;

namespace KnowledgeBase.Ingestion;

/// <summary>Puts what people say of a document over what was read from its file: at once, and for every later reading.</summary>
/// <param name="store">Holds the document.</param>
public sealed class FrontMatterEditor(KnowledgeStore store)
{
    /// <summary>What was read of a document, and what people said of it.</summary>
    /// <param name="Read">As read; with what was said where an earlier version of the program kept no record (see <paramref name="ReadKnown"/>).</param>
    /// <param name="Said">What people said.</param>
    /// <param name="ReadKnown">False when what was read comes back only with a new reading of the file.</param>
    public sealed record FrontState(FrontMatter Read, FrontMatterEdits Said, bool ReadKnown);

    /// <summary>The state of a document, or null when it is not there.</summary>
    public FrontState? Of(DocumentId id)
    {
        if (store.Documents.Get(id)?.Tagged.Document is not { } document)
        {
            return null;
        }

        var said = store.FrontEdits.Of(id);
        return new(document.FrontAsRead ?? document.Front, said, document.FrontAsRead is not null || said == FrontMatterEdits.None);
    }

    /// <summary>Says what holds from now on, in place of all that was said before.</summary>
    /// <returns>The front matter as it is now, or null when the document is not there.</returns>
    /// <exception cref="RejectedInputException">The store cannot be written.</exception>
    public FrontMatter? Say(DocumentId id, FrontMatterEdits edits, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(edits);
        if (Of(id) is not { } state || store.Documents.Get(id) is not { } stored)
        {
            return null;
        }

        store.FrontEdits.Set(id, edits);
        var document = stored.Tagged.Document with
        {
            Front = edits.Apply(state.Read),
            FrontAsRead = state.ReadKnown && edits != FrontMatterEdits.None ? state.Read : null,
        };
        using var original = store.Documents.OpenOriginal(id)!;
        store.Documents.Save(stored.Tagged with { Document = document }, original, new(stored.Info.Source.Sha256, stored.Info.Path) { Again = true }, cancellation);
        return document.Front;
    }
}
