using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Judging;

/// <summary>A passage of the reading with its words.</summary>
internal sealed record ReadPassage(Passage Passage, WordBag Bag);

/// <summary>A heading of the reading with its words.</summary>
internal sealed record ReadSection(Section Section, WordBag Bag);

/// <summary>What of the truth and of the reading belongs together.</summary>
/// <param name="TrueBody">Paragraphs, items and quotes of the truth.</param>
/// <param name="ReadBody">Those of the reading that are judged.</param>
/// <param name="TrueSections">Headings of the truth that have text.</param>
/// <param name="ReadSections">Those of the reading that are judged.</param>
internal sealed record StructurePairing(
    IReadOnlyList<TruthPassage> TrueBody, IReadOnlyList<ReadPassage> ReadBody, IReadOnlyList<TruthSection> TrueSections, IReadOnlyList<ReadSection> ReadSections)
{
    /// <summary>Passages of the reading by those of the truth.</summary>
    public SortedDictionary<int, int> Passages { get; } =
        BagMatching.Match([.. TrueBody.Select(passage => passage.Bag)], [.. ReadBody.Select(passage => passage.Bag)], 0.9);

    /// <summary>Headings of the reading by those of the truth.</summary>
    public SortedDictionary<int, int> Headings { get; } =
        BagMatching.Match([.. TrueSections.Select(section => section.Bag)], [.. ReadSections.Select(section => section.Bag)], 0.85);

    /// <summary>Matched headings with the right level, as steps down from the top level judged, since a page range may begin anywhere.</summary>
    public IEnumerable<int> RightLevels
    {
        get
        {
            var topOfTruth = TrueSections.Select(section => section.Level).DefaultIfEmpty(1).Min();
            var topOfReading = Headings.Values.Select(j => ReadSections[j].Section.Level).DefaultIfEmpty(1).Min();
            return Headings.Where(pair => TrueSections[pair.Key].Level - topOfTruth == ReadSections[pair.Value].Section.Level - topOfReading).Select(pair => pair.Key);
        }
    }
}
