using KnowledgeBase.Documents;
using KnowledgeBase.Store;
using KnowledgeBase.Tagging.Reviews;

namespace KnowledgeBase.Web.Desk;

/// <summary>How far two people agree on the tags that both decided on.</summary>
/// <param name="First">A reviewer.</param>
/// <param name="Second">Another one.</param>
/// <param name="Together">All tags in one.</param>
/// <param name="Tags">Each tag that both decided on at least once.</param>
public sealed record PeopleAgreement(string First, string Second, Agreement Together, IReadOnlyList<Agreement> Tags)
{
    private const string AllTags = "all";

    /// <summary>Every two people with a decision on the same tag of the same passage, those with most of them first.</summary>
    public static IReadOnlyList<PeopleAgreement> All(IReadOnlyList<Review> reviews)
    {
        string[] people = [.. reviews.Select(review => review.Person).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return
        [
            .. people.SelectMany((first, i) => people.Skip(i + 1).Select(second => Between(reviews, first, second)))
                .Where(pair => pair.Together.Both > 0).OrderByDescending(pair => pair.Together.Both),
        ];
    }

    /// <summary>How far two people agree; what was taken back does not count, and of several words of one person the last does.</summary>
    public static PeopleAgreement Between(IReadOnlyList<Review> reviews, string first, string second)
    {
        var words = reviews.Where(review => review.UndoneAt is null && review.Field != ReviewField.Role)
            .GroupBy(review => (review.Person, review.Passage, review.Label))
            .ToDictionary(group => group.Key, group => group.Last().Decision != Decision.Reject);
        var both = words.Where(word => word.Key.Person == first && words.ContainsKey((second, word.Key.Passage, word.Key.Label)))
            .Select(word => (word.Key.Label, Said: (word.Value, words[(second, word.Key.Passage, word.Key.Label)]))).ToArray();
        return new(
            first,
            second,
            Agreement.Of(AllTags, [.. both.Select(each => each.Said)]),
            [
                .. TagSet.Kinds.Concat(TagSet.Themes).Concat(TagSet.Addressees)
                    .Select(label => Agreement.Of(label, [.. both.Where(each => each.Label == label).Select(each => each.Said)])).Where(found => found.Both > 0),
            ]);
    }
}
