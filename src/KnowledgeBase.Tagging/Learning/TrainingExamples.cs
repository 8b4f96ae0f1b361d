using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Labels;

namespace KnowledgeBase.Tagging.Learning;

/// <summary>Makes examples of labelled documents, with the variations that keep a model good where papers differ from the labels.</summary>
public static class TrainingExamples
{
    /// <summary>Examples in the order of documents and passages; variations follow their document.</summary>
    /// <param name="documents">Labelled documents.</param>
    /// <param name="extractor">Computes the features.</param>
    /// <param name="settings">Which variations to make.</param>
    public static IReadOnlyList<TrainingExample> Of(
        IReadOnlyList<LabelledDocument> documents, FeatureExtractor extractor, TrainingSettings settings)
    {
        var examples = new List<TrainingExample>();
        foreach (var document in documents)
        {
            var passages = PassageContexts.Of(document.Document);
            Add(examples, document, passages, document.Labels, 1, false, extractor);
            if (settings.BareImportance > 0)
            {
                Add(examples, document, Bare(passages), document.Labels, settings.BareImportance, true, extractor);
            }

            if (settings.MergedImportance > 0)
            {
                var (merged, labels) = Merged(document);
                Add(examples, document, PassageContexts.Of(merged), labels, settings.MergedImportance, true, extractor);
            }
        }

        return examples;
    }

    /// <summary>The same passages without heading path and section kind.</summary>
    public static IReadOnlyList<PassageInContext> Blanked(IReadOnlyList<PassageInContext> passages) =>
        passages.Select(passage => passage with { HeadingPath = [], SectionKind = null }).ToList();

    /// <summary>The same passages as plain paragraphs without headings and neighbours.</summary>
    public static IReadOnlyList<PassageInContext> Bare(IReadOnlyList<PassageInContext> passages) =>
        passages.Select(passage => passage with
        {
            HeadingPath = [],
            SectionKind = null,
            Numbered = false,
            Role = passage.Role == PassageRole.ListItem ? PassageRole.Paragraph : passage.Role,
            Previous = null,
            Next = null,
            LeadIn = null,
        }).ToList();

    private static void Add(
        List<TrainingExample> examples, LabelledDocument document, IReadOnlyList<PassageInContext> passages,
        IReadOnlyDictionary<PassageId, PassageLabels> labels, double importance, bool isVariation, FeatureExtractor extractor)
    {
        var features = extractor.Extract(passages);
        for (var i = 0; i < passages.Count; i++)
        {
            if (labels.TryGetValue(passages[i].Id, out var given))
            {
                examples.Add(new(document.Group, passages[i].Text, features[i], given.Asserted, importance * document.Importance, isVariation));
            }
        }
    }

    /// <summary>Neighbouring paragraphs of a section joined by twos: printed paragraphs are often longer and do more than one thing.</summary>
    internal static (StructuredDocument Document, IReadOnlyDictionary<PassageId, PassageLabels> Labels) Merged(LabelledDocument document)
    {
        var passages = new List<Passage>();
        var labels = new Dictionary<PassageId, PassageLabels>();
        var source = document.Document.Passages;
        for (var i = 0; i + 1 < source.Count; i += 2)
        {
            var (first, second) = (source[i], source[i + 1]);
            if (first.Role != PassageRole.Paragraph || second.Role != PassageRole.Paragraph
                || !first.HeadingPath.SequenceEqual(second.HeadingPath, StringComparer.Ordinal)
                || !document.Labels.TryGetValue(first.Id, out var a) || !document.Labels.TryGetValue(second.Id, out var b))
            {
                continue;
            }

            var text = first.Text + " " + second.Text;
            var id = PassageId.Compute(document.Document.Id, text, i);
            passages.Add(first with { Id = id, Text = text });
            labels[id] = new(a.Asserted.Union(b.Asserted).ToHashSet(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        }

        return (document.Document with { Passages = passages, Footnotes = [] }, labels);
    }
}
