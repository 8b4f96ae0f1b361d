using KnowledgeBase.Documents;

namespace KnowledgeBase.Search.Query;

/// <summary>Why a query cannot be read.</summary>
/// <param name="Position">First character concerned, from 0.</param>
/// <param name="Length">Number of characters concerned; 0 at the end of the query.</param>
/// <param name="Wrong">What is wrong.</param>
/// <param name="Remedy">What to write instead.</param>
public sealed record QueryError(int Position, int Length, CodedText Wrong, CodedText Remedy)
{
    /// <summary>What is wrong, in English.</summary>
    public string Message => Wrong.English;

    /// <summary>What to write instead, in English.</summary>
    public string Hint => Remedy.English;
}

/// <summary>A query that was read, or why it was not.</summary>
/// <param name="Query">The query's tree, or null.</param>
/// <param name="Error">The error, or null.</param>
public sealed record QueryParse(QueryNode? Query, QueryError? Error);
