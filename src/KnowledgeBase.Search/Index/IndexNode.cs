using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Search.Index;

/// <summary>A query as an index answers it: its words are analysed. Immutable.</summary>
public abstract record IndexNode;

/// <summary>Words that follow each other.</summary>
/// <param name="Words">Stems or forms, in order; never empty.</param>
/// <param name="Prefix">True when the last word is only the beginning of one.</param>
public sealed record WordSequence(IReadOnlyList<string> Words, bool Prefix = false);

/// <summary>One way in which a part of the query can stand in a passage.</summary>
/// <param name="Sequences">One, or several that stand near each other in any order.</param>
/// <param name="Stemmed">True for stems, false for forms.</param>
/// <param name="Languages">Only passages in these languages match.</param>
/// <param name="Distance">For several sequences: at most so many words lie between the end of the first and the start of the last.</param>
public sealed record WordPattern(IReadOnlyList<WordSequence> Sequences, bool Stemmed, TextLanguages Languages, int Distance = 0)
{
    /// <summary>A single word.</summary>
    public static WordPattern Of(string word, bool stemmed, TextLanguages languages) => new([new([word])], stemmed, languages);
}

/// <summary>A part of the query that matches when one of its patterns does, and is weighed as one word.</summary>
/// <param name="Patterns">Never empty.</param>
/// <param name="Place">Where they are looked for.</param>
/// <param name="Weight">Factor on its score; 1 for what the user typed, less for what was added to it.</param>
public sealed record MatchNode(IReadOnlyList<WordPattern> Patterns, WordPlace Place, double Weight = 1) : IndexNode;

/// <summary>Passages for which a filter holds; adds nothing to the score.</summary>
/// <param name="Filter">The filter.</param>
public sealed record HoldsNode(SearchFilter Filter) : IndexNode;

/// <summary>All parts match; scores add up.</summary>
/// <param name="Parts">Never empty.</param>
public sealed record AllNode(IReadOnlyList<IndexNode> Parts) : IndexNode;

/// <summary>One part at least matches; scores add up.</summary>
/// <param name="Parts">Never empty.</param>
public sealed record AnyNode(IReadOnlyList<IndexNode> Parts) : IndexNode;

/// <summary>The part does not match.</summary>
/// <param name="Part">What is excluded.</param>
public sealed record ComplementNode(IndexNode Part) : IndexNode;

/// <summary>What must match, and what only adds to the score.</summary>
/// <param name="Must">Must match.</param>
/// <param name="Better">Adds its score where it matches too.</param>
public sealed record PreferNode(IndexNode Must, IndexNode Better) : IndexNode;

/// <summary>Every passage, without a score.</summary>
public sealed record EverythingNode : IndexNode;
