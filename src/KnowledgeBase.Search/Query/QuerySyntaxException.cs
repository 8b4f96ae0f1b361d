using KnowledgeBase.Documents;

namespace KnowledgeBase.Search.Query;

/// <summary>Carries a <see cref="QueryError"/> out of the parser's depths; never leaves <see cref="QueryParser"/>.</summary>
internal sealed class QuerySyntaxException(QueryError error) : Exception(error.Message)
{
    public QueryError Error { get; } = error;

    public static QuerySyntaxException At(QueryToken token, CodedText wrong, CodedText remedy) => new(new(token.Position, token.Length, wrong, remedy));
}
