using KnowledgeBase.Search.Index;

namespace KnowledgeBase.Search.Query;

/// <summary>A query ready for an index.</summary>
/// <param name="Root">What must match.</param>
/// <param name="Understood">How it was read, in words.</param>
/// <param name="LeftOut">Very common words that were left out, as typed.</param>
public sealed record CompiledQuery(IndexNode Root, string Understood, IReadOnlyList<string> LeftOut)
{
    /// <summary>True when words are looked for under other terms too.</summary>
    public bool IsExpanded { get; init; }
}
