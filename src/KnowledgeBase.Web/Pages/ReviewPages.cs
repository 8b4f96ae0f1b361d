using KnowledgeBase.Documents;
using KnowledgeBase.Store;
using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Desk;
using KnowledgeBase.Web.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Pages;

/// <summary>Deciding on tags: one passage after the other in the queue, or any passage on its page.</summary>
internal static class ReviewPages
{
    private const int MostSkipped = 200;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/review", Queue).ForEditors();
        pages.MapPost("/passages/{id}/review", Record).ForEditors();
        pages.MapPost("/reviews/{review:long}/undo", Undo).ForEditors();
    }

    private static RazorComponentResult Queue(Library library, SiteParts parts, string? passage = null, string[]? skip = null)
    {
        string[] skipped = [.. (skip ?? []).TakeLast(MostSkipped)];
        // Whoever decided stays on the passage until they move on: it may need more than one decision.
        var next = (passage is not null ? library.Passage(new(passage)) : null)
            ?? parts.Store.Reviews.Queue(skipped.Length + 1).Where(id => !skipped.Contains(id.Value)).Select(library.Passage).FirstOrDefault(found => found is not null);
        var all = parts.Store.Reviews.All();
        return SitePages.Show<ReviewPage>(new
        {
            Model = new ReviewModel(next, Progress(all))
            {
                Skipped = skipped,
                People = PeopleAgreement.All(all),
                Last = all.LastOrDefault(review => review.UndoneAt is null && review.Person == library.Viewer.Name),
            },
        });
    }

    private static IResult Record(
        string id, [FromForm] string? field, [FromForm] string? label, [FromForm] string? decision, [FromForm] string? why, [FromForm] string? back,
        ReviewDesk desk) =>
        desk.Record(id, field, label, decision, why) is null ? SitePages.NotFound() : SitePages.Back(back, "tags");

    private static RedirectHttpResult Undo(long review, [FromForm] string? back, ReviewDesk desk)
    {
        desk.Undo(review);
        return SitePages.Back(back);
    }

    private static ReviewProgress Progress(IReadOnlyList<Review> all)
    {
        var holding = all.Where(review => review.UndoneAt is null).ToArray();
        var byKind = TagSet.Kinds.ToDictionary(
            kind => kind,
            kind => (
                holding.Count(r => r.Field == ReviewField.Kind && r.Label == kind && r.Decision == Decision.Confirm),
                holding.Count(r => r.Field == ReviewField.Kind && r.Label == kind && r.Decision == Decision.Reject)),
            StringComparer.Ordinal);
        return new(holding.Select(review => review.Passage).Distinct().Count(), holding.Length, byKind);
    }
}
