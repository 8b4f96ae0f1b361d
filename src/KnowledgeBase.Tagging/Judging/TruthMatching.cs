using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Labels;
using KnowledgeBase.Tagging.Text;

namespace KnowledgeBase.Tagging.Judging;

/// <summary>Lays a document as the program reads it over its truth, whose passages may be cut in other places.</summary>
public static class TruthMatching
{
    private const double SamePassage = 0.6;
    private const double Inside = 0.8;
    private const int FewestWords = 5;

    /// <summary>
    /// Judges every truth passage by the tags of all passages read that are it or lie in it; what was read beside all truth
    /// passages is judged as carrying nothing.
    /// </summary>
    /// <param name="truth">What is true.</param>
    /// <param name="tagged">The document as read and tagged; passages off the truth's pages are left out.</param>
    public static IReadOnlyList<Judgement> Judge(LabelledDocument truth, TaggedDocument tagged)
    {
        var due = truth.Document.Passages.Where(passage => truth.Labels.ContainsKey(passage.Id)).ToArray();
        var dueBags = due.Select(passage => Bag(passage.Text)).ToArray();
        var said = tagged.Document.Passages.Where(passage => IsBody(passage.Role) && OnPages(passage, truth.Pages)).ToArray();
        var homes = new int?[said.Length];
        for (var i = 0; i < said.Length; i++)
        {
            homes[i] = Home(Bag(said[i].Text), dueBags);
        }

        var judgements = due.Select((passage, index) => Judge(
            passage.Text, truth.Labels[passage.Id], said.Where((_, i) => homes[i] == index).Select(read => tagged.Tags[read.Id]).ToArray())).ToList();
        var nothing = new PassageLabels(new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        judgements.AddRange(said.Where((_, i) => homes[i] is null)
            .Where(read => tagged.Tags[read.Id] is { } tags && tags.Kinds.Count + tags.Themes.Count > 0)
            .Select(read => Judge(read.Text, nothing, [tagged.Tags[read.Id]]) with { Scores = new Dictionary<string, double>(StringComparer.Ordinal) }));
        return judgements;
    }

    private static Judgement Judge(string text, PassageLabels labels, PassageTags[] tags) => new(
        text,
        tags.SelectMany(tag => tag.Kinds.Concat(tag.Themes).Concat(tag.Addressees)).Select(tag => tag.Label).ToHashSet(StringComparer.Ordinal),
        labels.Asserted,
        labels.Arguable,
        tags.Length == 0
            ? new Dictionary<string, double>(StringComparer.Ordinal)
            : TagSet.Kinds.ToDictionary(kind => kind, kind => tags.Max(tag => tag.Scores.GetValueOrDefault(kind)), StringComparer.Ordinal));

    private static int? Home(Dictionary<string, int> bag, Dictionary<string, int>[] dueBags)
    {
        var size = bag.Values.Sum();
        var best = (Index: -1, Overlap: 0.0, Contained: 0.0);
        for (var i = 0; i < dueBags.Length; i++)
        {
            var common = bag.Sum(pair => Math.Min(pair.Value, dueBags[i].GetValueOrDefault(pair.Key)));
            var overlap = 2.0 * common / Math.Max(1, size + dueBags[i].Values.Sum());
            var contained = (double)common / Math.Max(1, size);
            if (overlap > best.Overlap)
            {
                best = (i, overlap, contained);
            }
        }

        return best.Index >= 0 && (best.Overlap >= SamePassage || (best.Contained >= Inside && size >= FewestWords)) ? best.Index : null;
    }

    private static Dictionary<string, int> Bag(string text)
    {
        var bag = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var token in Tokenizer.Tokenize(text))
        {
            bag[token.Word] = bag.GetValueOrDefault(token.Word) + 1;
        }

        return bag;
    }

    private static bool IsBody(PassageRole role) => role is PassageRole.Paragraph or PassageRole.ListItem or PassageRole.Quote;

    private static bool OnPages(Passage passage, (int First, int Last)? pages) =>
        pages is not { } range || passage.PageFirst is not { } first || (first <= range.Last && (passage.PageLast ?? first) >= range.First);
}
