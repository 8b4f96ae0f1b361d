namespace KnowledgeBase.Search.Judging;

/// <summary>A way of answering queries over one collection, to be measured.</summary>
public interface IRankingMethod
{
    /// <summary>Its name in reports.</summary>
    string Name { get; }

    /// <summary>Ids of texts, best first, without repeats.</summary>
    /// <param name="query">As a user typed it.</param>
    /// <param name="limit">The most ids wanted.</param>
    IReadOnlyList<string> Rank(string query, int limit);
}
