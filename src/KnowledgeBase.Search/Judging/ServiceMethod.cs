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

    /// <summary>Queries that could not be read as typed; they were asked again as bare words, as their user would do.</summary>
    public int Unreadable { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Rank(string query, int limit)
    {
        if (Ask(query, limit) is { } found)
        {
            return found;
        }

        Unreadable++;
        var bare = string.Concat(query.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '));
        return Ask(bare, limit) ?? [];
    }

    private IReadOnlyList<string>? Ask(string query, int limit)
    {
        var request = new SearchRequest(query) { Mode = mode, Limit = limit, Facets = [], Helps = false };
        return service.Search(request, CancellationToken.None).Answer is { } answer ? [.. answer.Hits.Select(hit => idOf(hit.PassageId))] : null;
    }
}
