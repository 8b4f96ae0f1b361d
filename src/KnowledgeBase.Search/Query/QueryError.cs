namespace KnowledgeBase.Search.Query;

/// <summary>Why a query cannot be read.</summary>
/// <param name="Position">First character concerned, from 0.</param>
/// <param name="Length">Number of characters concerned; 0 at the end of the query.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Hint">What to write instead.</param>
public sealed record QueryError(int Position, int Length, string Message, string Hint);

/// <summary>A query that was read, or why it was not.</summary>
/// <param name="Query">The query's tree, or null.</param>
/// <param name="Error">The error, or null.</param>
public sealed record QueryParse(QueryNode? Query, QueryError? Error);
