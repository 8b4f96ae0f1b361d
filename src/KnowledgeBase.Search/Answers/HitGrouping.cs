using KnowledgeBase.Documents;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Likeness;

namespace KnowledgeBase.Search.Answers;

/// <summary>A passage found, with those that say the same in related documents.</summary>
/// <param name="Hit">Its place in the order: that of the first of them.</param>
/// <param name="Entry">The passage shown.</param>
/// <param name="Others">The others, in the order in which they were found.</param>
internal sealed record HitGroup(IndexHit Hit, PassageEntry Entry, IReadOnlyList<PassageEntry> Others);

/// <summary>
/// Puts passages that say the same in related documents (the same text in another format, a revision, a summary) under one. Passages that
/// happen to be alike in unrelated documents stay apart.
/// </summary>
/// <param name="related">What documents are to each other.</param>
internal sealed class HitGrouping(IReadOnlyDictionary<DocumentId, IReadOnlyList<RelatedDocument>> related)
{
    /// <summary>Two passages say the same from this share of common words on (F1); readings of two formats differ a little.</summary>
    private const double Same = 0.9;

    /// <summary>Groups them.</summary>
    /// <param name="found">Passages in the order in which they were found.</param>
    public List<HitGroup> Group(IEnumerable<(IndexHit Hit, PassageEntry Entry)> found)
    {
        var groups = new List<HitGroup>();
        var words = new Dictionary<long, IReadOnlyList<string>>();
        foreach (var (hit, entry) in found)
        {
            var twin = Twins(entry) is { Count: > 0 } twins ? groups.FindIndex(group => twins.Contains(group.Entry.Document) && SaysTheSame(group.Entry, entry, words)) : -1;
            if (twin < 0)
            {
                groups.Add(new(hit, entry, []));
                continue;
            }

            // Where only one of them can be cited by page, that one is shown.
            var group = groups[twin];
            groups[twin] = group.Entry.Passage.PageFirst is null && entry.Passage.PageFirst is not null
                ? group with { Entry = entry, Others = [.. group.Others, group.Entry] }
                : group with { Others = [.. group.Others, entry] };
        }

        return groups;
    }

    private HashSet<DocumentId> Twins(PassageEntry entry) =>
        related.TryGetValue(entry.Document, out var others) ? [.. others.Select(other => other.Document)] : [];

    private static bool SaysTheSame(PassageEntry a, PassageEntry b, Dictionary<long, IReadOnlyList<string>> words)
    {
        IReadOnlyList<string> first = WordsOf(a, words), second = WordsOf(b, words);
        // What cannot reach the share by its length need not be counted.
        if (2.0 * Math.Min(first.Count, second.Count) < Same * (first.Count + second.Count) || first.Count + second.Count == 0)
        {
            return false;
        }

        int common = 0, i = 0, j = 0;
        while (i < first.Count && j < second.Count)
        {
            var order = string.CompareOrdinal(first[i], second[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return 2.0 * common >= Same * (first.Count + second.Count);
    }

    private static IReadOnlyList<string> WordsOf(PassageEntry entry, Dictionary<long, IReadOnlyList<string>> words)
    {
        if (!words.TryGetValue(entry.Row, out var known))
        {
            var split = PassageId.Normalise(entry.Passage.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Array.Sort(split, StringComparer.Ordinal);
            words[entry.Row] = known = split;
        }

        return known;
    }
}
