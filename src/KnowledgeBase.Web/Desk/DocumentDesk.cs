using KnowledgeBase.Documents;
using KnowledgeBase.Store;
using KnowledgeBase.Web.Api;

namespace KnowledgeBase.Web.Desk;

/// <summary>What admins do to documents, for the API and the pages. Each act is noted.</summary>
/// <param name="parts">The store.</param>
/// <param name="acts">The log.</param>
public sealed class DocumentDesk(SiteParts parts, ActLog acts)
{
    /// <summary>Says who may see a document.</summary>
    /// <param name="id">The document.</param>
    /// <param name="visibility">"public", "network" or "restricted".</param>
    /// <returns>False when it is not there.</returns>
    /// <exception cref="RejectedInputException">The word is unknown (<c>bad-parameter</c>).</exception>
    public bool SetVisibility(string id, string? visibility)
    {
        SearchParameters.Check(!string.IsNullOrEmpty(visibility), "Say 'visibility': public, network or restricted.");
        var value = SearchParameters.EnumParameter(visibility, "visibility", Visibility.Network);
        var done = parts.Store.Documents.SetVisibility(new(id), value);
        if (done)
        {
            acts.Note("document.visibility", id, EnumWords.Of(value));
        }

        return done;
    }

    /// <summary>Removes a document with its passages, tags and decisions.</summary>
    /// <returns>False when it is not there.</returns>
    public bool Remove(string id)
    {
        var done = parts.Store.Documents.Remove(new(id));
        if (done)
        {
            acts.Note("document.remove", id);
        }

        return done;
    }
}
