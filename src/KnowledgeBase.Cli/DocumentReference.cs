using KnowledgeBase.Documents;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Store;

namespace KnowledgeBase.Cli;

/// <summary>Finds the document that a person names on the command line, and says which are near where there is none.</summary>
internal static class DocumentReference
{
    /// <summary>The one document meant by an id or its beginning, a path, a file name, a number or words of a title.</summary>
    /// <exception cref="RejectedInputException">None, or more than one, is meant (<c>document-not-found</c>, <c>document-ambiguous</c>).</exception>
    public static DocumentInfo One(KnowledgeStore store, string reference)
    {
        var found = All(store, reference);
        return found.Count == 1 ? found[0] : throw new RejectedInputException(new(
            "document-ambiguous", $"'{reference}' may be any of {Listed(found)}. Give the id."));
    }

    /// <summary>All documents meant, at least one.</summary>
    /// <exception cref="RejectedInputException">None is meant (<c>document-not-found</c>).</exception>
    public static IReadOnlyList<DocumentInfo> All(KnowledgeStore store, string reference)
    {
        var documents = store.Documents.List();
        var path = reference.Length > 0 ? Path.GetFullPath(reference) : "";
        IReadOnlyList<DocumentInfo> found = documents.Any(document => document.Path == path)
            ? [.. documents.Where(document => document.Path == path)]
            : NamedDocuments.Meant(documents, reference);
        if (found.Count > 0)
        {
            return found;
        }

        var near = NamedDocuments.Near(documents, reference);
        var hint = near.Count > 0 ? $"Near are {Listed(near)}." : "'kb list' shows what is in the store.";
        throw new RejectedInputException(new("document-not-found", $"There is no document '{reference}'. {hint}"));
    }

    private static string Listed(IReadOnlyList<DocumentInfo> documents) =>
        string.Join("; ", documents.Select(document => string.Join(" ", new[] { document.Id.Value, document.Number, document.Title ?? document.Source.FileName }.OfType<string>())));
}
