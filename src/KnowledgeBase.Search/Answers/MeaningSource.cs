using KnowledgeBase.Documents;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Meaning;
using KnowledgeBase.Search.Meaning.Ranking;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Search.Answers;

/// <summary>
/// Gives a search service the vectors to compare with, or says why there are none. The vectors may come later than the service:
/// each query asks anew.
/// </summary>
/// <param name="index">The vectors, or null while there are none.</param>
/// <param name="reason">Why there are none, for people; asked only then.</param>
public sealed class MeaningSource(Func<MeaningIndex?> index, Func<CodedText> reason)
{
    /// <summary>No vectors, and none to be expected.</summary>
    public static MeaningSource None { get; } = new(() => null, () => CodedText.Of("meaning-none", $"This service searches by keyword only."));

    /// <summary>The share of meaning in hybrid order, 0 to 1.</summary>
    public double MeaningWeight { get; init; } = ConvexFusion.MeaningWeight;

    /// <summary>Vectors that are at hand already.</summary>
    public static MeaningSource Of(MeaningIndex index) => new(() => index, () => CodedText.Of("meaning-none", $"This service searches by keyword only."));

    /// <summary>Loads the vectors before the first question does.</summary>
    /// <exception cref="Documents.RejectedInputException">The store cannot be read.</exception>
    public void Prepare() => index()?.Follow();

    /// <summary>What the index shall be asked for a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="query">Its query's tree.</param>
    /// <param name="terms">Say what short forms stand for.</param>
    internal AskedByMeaning Ask(SearchRequest request, QueryNode query, Thesaurus terms)
    {
        if (request.Mode == SearchMode.Keyword || (request.Mode is null && request.Order != HitOrder.Relevance))
        {
            return new(null, request.Mode, null);
        }

        var vectors = index();
        vectors?.Follow();
        if (vectors is null || vectors.Count == 0 || request.AsOf is { Vectors: 0 })
        {
            var why = vectors is null ? reason() : CodedText.Of("meaning-to-come", $"No passage has a vector yet; they are made in the background.");
            return request.Mode is null ? new(null, null, null) : new(null, SearchMode.Keyword, CodedText.Of("by-keyword", $"Searched by keyword. {why}"));
        }

        if (request.Order != HitOrder.Relevance)
        {
            return new(null, SearchMode.Keyword, CodedText.Of("by-keyword-order", $"Searched by keyword: meaning orders only by relevance."));
        }

        var text = MeaningText.Of(query, terms);
        if (request.Mode != SearchMode.Meaning && !vectors.Languages.HasFlag(text.Language))
        {
            return new(
                null, SearchMode.Keyword,
                request.Mode is null ? null : CodedText.Of("by-keyword-language", $"Searched by keyword: the encoder does not read the query's language."));
        }

        return text.Text.Length == 0
            ? new(null, SearchMode.Keyword, null)
            : new(
                new MeaningRequest(vectors.Ask(text.Text, request.AsOf?.Vectors ?? long.MaxValue))
                {
                    MeaningWeight = request.Mode == SearchMode.Meaning ? 1 : MeaningWeight,
                    AddWithin = text.Within,
                    Languages = vectors.Languages,
                    LeastCosine = vectors.UnrelatedCosine,
                },
                request.Mode ?? SearchMode.Hybrid,
                null);
    }
}

/// <summary>What the index shall be asked.</summary>
/// <param name="Request">Null for words alone.</param>
/// <param name="Mode">How it is done, or null where nothing need be said.</param>
/// <param name="Notice">Why it is not done as asked, or null.</param>
internal sealed record AskedByMeaning(MeaningRequest? Request, SearchMode? Mode, CodedText? Notice);
