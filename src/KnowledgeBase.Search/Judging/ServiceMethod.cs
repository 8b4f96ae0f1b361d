using KnowledgeBase.Search.Answers;

namespace KnowledgeBase.Search.Judging;

/// <summary>The product's own search in one of its modes, asked as a user would ask it.</summary>
/// <param name="mode">The mode.</param>
/// <param name="service">The service over the judged texts.</param>
/// <param name="idOf">The judged text's id for a passage's.</param>
internal sealed class ServiceMethod(SearchMode mode, SearchService service, Func<string, string> idOf) : IRankingMethod
{
    /// <inheritdoc/>
    public string Name => Documents.EnumWords.Of(mode);

    /// <summary>Queries that could not be read as typed, so that nothing was found.</summary>
    public int Unreadable { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Rank(string query, int limit)
    {
        var outcome = service.Search(new SearchRequest(query) { Mode = mode, Limit = limit, Facets = [] }, CancellationToken.None);
        if (outcome.Answer is not { } answer)
        {
            Unreadable++;
            return [];
        }

        return [.. answer.Hits.Select(hit => idOf(hit.PassageId))];
    }
}
