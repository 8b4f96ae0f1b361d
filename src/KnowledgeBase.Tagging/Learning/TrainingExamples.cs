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
                foreach (var run in settings.MergedRuns)
                {
                    var (merged, labels) = Merged(document, run);
                    Add(examples, document, PassageContexts.Of(merged), labels, settings.MergedImportance, true, extractor);
                }
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

    /// <summary>Runs of neighbouring paragraphs of a section joined: printed paragraphs are often longer and do more than one thing.</summary>
    /// <param name="document">Labelled.</param>
    /// <param name="run">How many are joined, at least 2; shorter runs at a section's end are left out.</param>
    internal static (StructuredDocument Document, IReadOnlyDictionary<PassageId, PassageLabels> Labels) Merged(LabelledDocument document, int run)
    {
        var passages = new List<Passage>();
        var labels = new Dictionary<PassageId, PassageLabels>();
        var source = document.Document.Passages;
        for (var i = 0; i + run <= source.Count; i += run)
        {
            var parts = source.Skip(i).Take(run).ToArray();
            if (parts.All(part => part.Role == PassageRole.Paragraph && document.Labels.ContainsKey(part.Id)
                && part.HeadingPath.SequenceEqual(parts[0].HeadingPath, StringComparer.Ordinal)))
            {
                var text = string.Join(' ', parts.Select(part => part.Text));
                var id = PassageId.Compute(document.Document.Id, text, i);
                passages.Add(parts[0] with { Id = id, Text = text });
                labels[id] = new(
                    parts.SelectMany(part => document.Labels[part.Id].Asserted).ToHashSet(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
            }
        }

        return (document.Document with { Passages = passages, Footnotes = [] }, labels);
    }
}
