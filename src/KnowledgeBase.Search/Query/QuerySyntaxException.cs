namespace KnowledgeBase.Search.Query;

/// <summary>Carries a <see cref="QueryError"/> out of the parser's depths; never leaves <see cref="QueryParser"/>.</summary>
internal sealed class QuerySyntaxException(QueryError error) : Exception(error.Message)
{
    public QueryError Error { get; } = error;

    public static QuerySyntaxException At(QueryToken token, string message, string hint) => new(new(token.Position, token.Length, message, hint));
}
