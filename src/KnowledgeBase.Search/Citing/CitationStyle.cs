namespace KnowledgeBase.Search.Citing;

/// <summary>How sources are cited.</summary>
public enum CitationStyle
{
    /// <summary>Chicago Manual of Style, 17th edition, notes and bibliography; pages are marked "p." so that no number stands alone.</summary>
    Chicago,

    /// <summary>APA, 7th edition.</summary>
    Apa,
}
