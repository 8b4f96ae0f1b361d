namespace KnowledgeBase.Search.Query;

internal enum QueryTokenKind
{
    Word,
    Phrase,
    Prefix,
    Fuzzy,
    Field,
    Open,
    Close,
    And,
    Or,
    Not,
    Near,
    Minus,
    Plus,
    End,
}

/// <summary>A piece of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">First character, from 0.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Text">The word, the phrase's inside, or the field's name.</param>
/// <param name="Number">The n of NEAR/n or ~n, or null.</param>
internal sealed record QueryToken(QueryTokenKind Kind, int Position, int Length, string Text, int? Number = null);
