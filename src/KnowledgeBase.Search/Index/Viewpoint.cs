using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Index;

/// <summary>Which documents take part: in hits, in counts and in word statistics.</summary>
/// <param name="Audience">Those that this audience may see.</param>
/// <param name="UpTo">Those whose row is no greater: documents that came later are left out. Default all.</param>
public readonly record struct Viewpoint(Visibility Audience, long UpTo = long.MaxValue)
{
    /// <summary>True when every document takes part.</summary>
    public bool SeesAll => Audience == Visibility.Restricted && UpTo == long.MaxValue;

    /// <summary>True when a document takes part.</summary>
    public bool Sees(DocumentInfo document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Visibility <= Audience && document.Row <= UpTo;
    }

    /// <summary>All that an audience may see.</summary>
    public static implicit operator Viewpoint(Visibility audience) => new(audience);
}
