namespace KnowledgeBase.Search.Index;

/// <summary>How near to a passage a tag, place or organisation must stand for a filter to hold of it.</summary>
public enum TagScope
{
    /// <summary>On the passage itself.</summary>
    Passage,

    /// <summary>On any passage of its section; a passage outside all sections stands alone.</summary>
    Section,

    /// <summary>On any passage of its document.</summary>
    Document,
}
