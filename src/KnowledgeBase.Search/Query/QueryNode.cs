namespace KnowledgeBase.Search.Query;

/// <summary>A query as the user wrote it, before any word is analysed. Immutable.</summary>
public abstract record QueryNode;

/// <summary>A plain word: its inflected forms match too.</summary>
/// <param name="Text">As typed.</param>
public sealed record WordNode(string Text) : QueryNode;

/// <summary>Words in exactly this order and form, apart from case and accents.</summary>
/// <param name="Text">What stood between the quotation marks.</param>
public sealed record PhraseNode(string Text) : QueryNode;

/// <summary>All words that begin like this.</summary>
/// <param name="Text">The beginning.</param>
public sealed record PrefixNode(string Text) : QueryNode;

/// <summary>Words spelled nearly like this.</summary>
/// <param name="Text">The word.</param>
/// <param name="Edits">Letters that may be wrong, missing, too many or swapped: 1 or 2; null leaves it to the word's length.</param>
public sealed record FuzzyNode(string Text, int? Edits) : QueryNode;

/// <summary>Words, phrases or prefixes close to each other, in any order.</summary>
/// <param name="Parts">Two or more words, phrases or prefixes.</param>
/// <param name="Distance">At most so many other words lie between them; 0 or more.</param>
public sealed record NearNode(IReadOnlyList<QueryNode> Parts, int Distance) : QueryNode;

/// <summary>A filter in the query.</summary>
/// <param name="Filter">What must hold.</param>
public sealed record FilterNode(SearchFilter Filter) : QueryNode;

/// <summary>Both parts must match.</summary>
/// <param name="Parts">Two or more.</param>
public sealed record AndNode(IReadOnlyList<QueryNode> Parts) : QueryNode;

/// <summary>One part at least must match.</summary>
/// <param name="Parts">Two or more.</param>
public sealed record OrNode(IReadOnlyList<QueryNode> Parts) : QueryNode;

/// <summary>The part must not match.</summary>
/// <param name="Part">What is excluded.</param>
public sealed record NotNode(QueryNode Part) : QueryNode;

/// <summary>
/// Parts written one after the other: of the plain ones any may match (the more the better), required ones and filters must, and what is
/// excluded must not.
/// </summary>
/// <param name="Parts">One or more.</param>
/// <param name="Place">Where plain words are looked for.</param>
public sealed record ListNode(IReadOnlyList<QueryNode> Parts, WordPlace Place = WordPlace.Anywhere) : QueryNode;

/// <summary>A part of a list that must match ("+word").</summary>
/// <param name="Part">What is required.</param>
public sealed record RequiredNode(QueryNode Part) : QueryNode;

/// <summary>Where words are looked for.</summary>
public enum WordPlace
{
    /// <summary>In the headings above a passage and in its text.</summary>
    Anywhere,

    /// <summary>Only in the headings above it.</summary>
    Heading,

    /// <summary>Only in its text.</summary>
    Text,
}
