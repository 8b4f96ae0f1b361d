using KnowledgeBase.Documents;
using KnowledgeBase.Store;
using KnowledgeBase.Web.Api;
using KnowledgeBase.Web.Reading;

namespace KnowledgeBase.Web.Desk;

/// <summary>Decisions on tags, for the API and the pages. Each act is noted.</summary>
/// <param name="parts">The store.</param>
/// <param name="library">What the reviewer may see.</param>
/// <param name="acts">The log.</param>
public sealed class ReviewDesk(SiteParts parts, Library library, ActLog acts)
{
    /// <summary>Records a decision.</summary>
    /// <param name="passage">Id of the passage; an old one is followed.</param>
    /// <param name="field">"kind", "theme", "addressee" or "role".</param>
    /// <param name="label">A word of that field.</param>
    /// <param name="decision">"confirm", "reject" or "add".</param>
    /// <param name="why">A reason, or null.</param>
    /// <returns>The decision, or null when there is no such passage for the reviewer.</returns>
    /// <exception cref="RejectedInputException">A word is unknown.</exception>
    public Review? Record(string passage, string? field, string? label, string? decision, string? why)
    {
        if (library.Passage(new(passage)) is not { } found)
        {
            return null;
        }

        var review = parts.Store.Reviews.Record(
            found.Entry.Passage.Id,
            SearchParameters.EnumParameter(field, "field", ReviewField.Kind),
            label ?? "",
            SearchParameters.EnumParameter(decision, "decision", Decision.Confirm),
            library.Viewer.Name,
            string.IsNullOrWhiteSpace(why) ? null : why);
        acts.Note("review.record", review.Passage.Value, $"{EnumWords.Of(review.Field)} {review.Label} {EnumWords.Of(review.Decision)}");
        return review;
    }

    /// <summary>Takes a decision back.</summary>
    /// <returns>False when there is none that holds.</returns>
    public bool Undo(long review)
    {
        var done = parts.Store.Reviews.Undo(review, library.Viewer.Name);
        if (done)
        {
            acts.Note("review.undo", review);
        }

        return done;
    }
}
