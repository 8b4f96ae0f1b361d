using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
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

    /// <summary>What the index shall be asked for passages that mean what a text means; null without vectors, or where the encoder does not read it.</summary>
    /// <param name="text">The text, encoded as passages are.</param>
    /// <param name="language">Its language.</param>
    internal MeaningRequest? Like(string text, TextLanguages language)
    {
        var vectors = index();
        vectors?.Follow();
        return vectors is { Count: > 0 } && vectors.Languages.HasFlag(language)
            ? new(vectors.Ask(text)) { MeaningWeight = MeaningWeight, Languages = vectors.Languages, LeastCosine = vectors.UnrelatedCosine }
            : null;
    }

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
        // Where only what the asker may not see has vectors, it is as if there were none.
        if (vectors is null || vectors.Count == 0 || (request.AsOf?.Vectors ?? vectors.Newest(request.Audience)) == 0)
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

        if (text.Text.Length == 0)
        {
            return new(null, SearchMode.Keyword, null);
        }

        var asked = vectors.Ask(text.Text, request.AsOf?.Vectors ?? long.MaxValue);
        return new(
            new MeaningRequest(asked)
            {
                MeaningWeight = request.Mode == SearchMode.Meaning ? 1 : MeaningWeight,
                AddWithin = text.Within,
                Languages = vectors.Languages,
                LeastCosine = vectors.UnrelatedCosine,
            },
            request.Mode ?? SearchMode.Hybrid,
            null)
        {
            Newest = request.AsOf?.Vectors ?? vectors.Newest(request.Audience, asked.Sequence),
        };
    }
}

/// <summary>What the index shall be asked.</summary>
/// <param name="Request">Null for words alone.</param>
/// <param name="Mode">How it is done, or null where nothing need be said.</param>
/// <param name="Notice">Why it is not done as asked, or null.</param>
internal sealed record AskedByMeaning(MeaningRequest? Request, SearchMode? Mode, CodedText? Notice)
{
    /// <summary>Sequence of the newest vector that takes part and that the asker may know of; 0 for words alone.</summary>
    public long Newest { get; init; }
}
