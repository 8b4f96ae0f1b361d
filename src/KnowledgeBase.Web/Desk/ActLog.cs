using System.Globalization;
using KnowledgeBase.Web.Access;

namespace KnowledgeBase.Web.Desk;

/// <summary>Keeps what the viewer of this request did: who, what, when.</summary>
/// <param name="parts">The store that keeps it.</param>
/// <param name="viewer">Who did it.</param>
public sealed class ActLog(SiteParts parts, Viewer viewer)
{
    /// <summary>Notes an act.</summary>
    /// <param name="what">A permanent word, such as "collection.add".</param>
    /// <param name="subject">Id of what it was done to.</param>
    /// <param name="detail">More, or null; no words of documents.</param>
    public void Note(string what, string subject, string? detail = null) => parts.Store.Acts.Note(viewer.Name, what, subject, detail);

    /// <inheritdoc cref="Note(string, string, string?)"/>
    public void Note(string what, long subject, string? detail = null) => Note(what, subject.ToString(CultureInfo.InvariantCulture), detail);
}
