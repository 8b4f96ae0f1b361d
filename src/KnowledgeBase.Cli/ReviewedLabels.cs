using KnowledgeBase.Documents;
using KnowledgeBase.Store;
using KnowledgeBase.Tagging.Labels;

namespace KnowledgeBase.Cli;

/// <summary>Makes labels of people's decisions: a passage somebody decided on carries the tags that hold after it.</summary>
internal static class ReviewedLabels
{
    /// <summary>The group of all reviewed passages; they are never on both sides of a split.</summary>
    private const string Group = "reviews";

    // A decision is on a passage as printed, like the label batches that are written as reports are printed.
    private const double Importance = 8;

    /// <summary>One labelled document per document with decisions on tags.</summary>
    public static IReadOnlyList<LabelledDocument> Of(KnowledgeStore store)
    {
        var labelled = new List<LabelledDocument>();
        foreach (var info in store.Documents.List())
        {
            var stored = store.Documents.Get(info.Id)!;
            var labels = stored.Reviews
                .Where(review => review.UndoneAt is null && review.Field != ReviewField.Role && stored.Tags.ContainsKey(review.Passage))
                .Select(review => review.Passage).Distinct()
                .ToDictionary(id => id, id => LabelsOf(stored.Tags[id]));
            if (labels.Count > 0)
            {
                labelled.Add(new(Group, $"{Group}/{info.Id}", "review", stored.Tagged.Document, labels) { Importance = Importance });
            }
        }

        return labelled;
    }

    private static PassageLabels LabelsOf(PassageTags tags) => new(
        tags.Kinds.Concat(tags.Themes).Concat(tags.Addressees).Select(tag => tag.Label).ToHashSet(StringComparer.Ordinal),
        new HashSet<string>(StringComparer.Ordinal));
}
