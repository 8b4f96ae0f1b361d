using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Judging;

/// <summary>A kind of fault, in words, with the pages it was met on.</summary>
/// <param name="What">Such as "heading read as a paragraph".</param>
/// <param name="Pages">One entry a fault; null where the format has no pages.</param>
public sealed record StructureFault(string What, IReadOnlyList<int?> Pages);

/// <summary>What is behind a reading's figures: every heading and passage that is not as it should be, by what became of it.</summary>
/// <param name="Found">The most frequent first.</param>
public sealed record StructureFaults(IReadOnlyList<StructureFault> Found)
{
    /// <summary>So much of a text must stand in another to be called part of it.</summary>
    private const double Part = 0.9;

    internal static StructureFaults Of(StructurePairing pairing, StructuredDocument document)
    {
        var faults = new List<(string What, int? Page)>();
        faults.AddRange(Headings(pairing, document));
        faults.AddRange(Passages(pairing));
        return new([.. faults.GroupBy(fault => fault.What, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new StructureFault(group.Key, [.. group.Select(fault => fault.Page)]))]);
    }

    private static IEnumerable<(string What, int? Page)> Headings(StructurePairing pairing, StructuredDocument document)
    {
        var title = WordBag.OfTitle(document.Front.Title);
        for (var i = 0; i < pairing.TrueSections.Count; i++)
        {
            var section = pairing.TrueSections[i];
            if (!pairing.Headings.ContainsKey(i))
            {
                yield return (
                    section.Bag.Overlap(title) >= Part ? "heading of the truth that is the document's title"
                    : pairing.ReadSections.Any(read => section.Bag.ContainedIn(read.Bag) >= Part) ? "heading joined with its neighbour"
                    : pairing.ReadSections.Any(read => read.Bag.Total > 0 && read.Bag.ContainedIn(section.Bag) >= Part) ? "heading read in part"
                    : pairing.ReadBody.Any(read => section.Bag.ContainedIn(read.Bag) >= Part) ? "heading left in a passage"
                    : document.SetAside.Any(line => section.Bag.ContainedIn(WordBag.Of(line.Text)) >= Part) ? "heading set aside"
                    : "heading not found",
                    section.Page);
            }
        }

        var matched = pairing.Headings.Values.ToHashSet();
        for (var j = 0; j < pairing.ReadSections.Count; j++)
        {
            var read = pairing.ReadSections[j];
            if (!matched.Contains(j))
            {
                yield return (
                    pairing.TrueSections.Any(section => read.Bag.ContainedIn(section.Bag) >= Part) ? "part of a heading read as one"
                    : pairing.TrueBody.Any(passage => read.Bag.ContainedIn(passage.Bag) >= Part) ? "words of a passage read as a heading"
                    : "heading that the truth does not have",
                    read.Section.Page);
            }
        }

        var right = pairing.RightLevels.ToHashSet();
        foreach (var (i, j) in pairing.Headings.Where(pair => !right.Contains(pair.Key)))
        {
            yield return ("heading at the wrong level", pairing.ReadSections[j].Section.Page);
        }
    }

    private static IEnumerable<(string What, int? Page)> Passages(StructurePairing pairing)
    {
        for (var i = 0; i < pairing.TrueBody.Count; i++)
        {
            var passage = pairing.TrueBody[i];
            if (!pairing.Passages.ContainsKey(i))
            {
                yield return (
                    pairing.ReadBody.Any(read => passage.Bag.ContainedIn(read.Bag) >= Part) ? "passage joined with its neighbour"
                    : pairing.ReadBody.Any(read => read.Bag.Total > 3 && read.Bag.ContainedIn(passage.Bag) >= Part) ? "passage cut in two or short of words"
                    : "passage not found among the body text",
                    passage.PageFirst);
            }
        }

        foreach (var (i, j) in pairing.Passages)
        {
            if (pairing.TrueBody[i].Role != EnumWords.Of(pairing.ReadBody[j].Passage.Role))
            {
                yield return ($"{pairing.TrueBody[i].Role.Replace('_', ' ')} read as {EnumWords.Of(pairing.ReadBody[j].Passage.Role).Replace('_', ' ')}", pairing.TrueBody[i].PageFirst);
            }
        }
    }
}
