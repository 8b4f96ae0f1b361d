using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Labels;
using KnowledgeBase.Tagging.Learning;
using KnowledgeBase.Tagging.Rules;

namespace KnowledgeBase.Tagging.Judging;

/// <summary>Judges a learning method and the model it gave, against baselines.</summary>
/// <param name="settings">As the model was learned with.</param>
public sealed class Evaluator(TrainingSettings settings)
{
    private const int MistakesShown = 40;

    /// <summary>Judges everything.</summary>
    /// <param name="labels">What the model was learned from.</param>
    /// <param name="model">The model.</param>
    /// <param name="truths">Real reports; may be empty.</param>
    /// <param name="readings">Other real reports of which single passages were labelled; may be empty.</param>
    /// <param name="foreignFolder">Folder of foreign labelled sets, or null.</param>
    /// <param name="cancellation">Stops between steps.</param>
    public EvaluationReport Judge(
        IReadOnlyList<LabelledDocument> labels, LinearModel model, IReadOnlyList<TruthCase> truths, IReadOnlyList<LabelledDocument> readings,
        string? foreignFolder, CancellationToken cancellation)
    {
        var trainer = new Trainer(settings);
        var heldOut = trainer.HeldOut(trainer.Examples(labels), cancellation);
        var judgements = CrossValidation.Judge(heldOut, settings);
        var classifier = new ModelClassifier(model);
        var rules = new RuleClassifier();
        return new(
            model.Name,
            model.Origin.DataHash,
            Counts(labels),
            Scoring.Of(model.Name, "labels, grouped cross-validation", judgements, settings.Seed),
            truths.Count == 0 ? [] : OnTruths(truths, classifier, rules, MajorityKind(judgements), cancellation),
            truths.Count == 0 ? null : Math.Round(FalseAlarms(truths, classifier), 4),
            readings.Count == 0 ? [] : OnReadings(readings, classifier, rules),
            foreignFolder is null ? [] : ForeignSets.Judge(foreignFolder, classifier, rules, cancellation),
            Scoring.Confusions(judgements),
            Mistakes(judgements));
    }

    /// <summary>The share of the truths' passages without a kind that a classifier calls recommendation, 0 to 1.</summary>
    public static double FalseAlarms(IReadOnlyList<TruthCase> truths, IPassageClassifier classifier)
    {
        var kindless = truths.SelectMany(truth => TruthMatching.Judge(truth.Truth, classifier.Predict(truth.Read)))
            .Where(judgement => !judgement.Due.Any(TagSet.Kinds.Contains) && !judgement.Arguable.Contains("recommendation")).ToArray();
        return kindless.Length == 0 ? 0 : (double)kindless.Count(judgement => judgement.Said.Contains("recommendation")) / kindless.Length;
    }

    private List<SetFigures> OnTruths(
        IReadOnlyList<TruthCase> truths, ModelClassifier model, RuleClassifier rules, string majority, CancellationToken cancellation)
    {
        (IPassageClassifier Classifier, bool Blank)[] candidates =
            [(model, false), (model, true), (rules, false), (rules, true), (new HeadingClassifier(), false), (new MajorityClassifier(majority), false)];
        var figures = new List<SetFigures>();
        foreach (var (classifier, blank) in candidates)
        {
            cancellation.ThrowIfCancellationRequested();
            var judgements = truths
                .SelectMany(truth => TruthMatching.Judge(truth.Truth, classifier.Predict(blank ? WithoutHeadings(truth.Read) : truth.Read))).ToList();
            figures.Add(Scoring.Of(classifier.Name, blank ? "real reports, headings blanked" : "real reports", judgements, settings.Seed));
        }

        return figures;
    }

    private List<SetFigures> OnReadings(IReadOnlyList<LabelledDocument> readings, params IReadOnlyList<IPassageClassifier> classifiers) =>
        classifiers.Select(classifier => Scoring.Of(classifier.Name, "passages drawn by chance", LabelJudging.Judge(readings, classifier), settings.Seed)).ToList();

    private static StructuredDocument WithoutHeadings(StructuredDocument document) => document with
    {
        Passages = document.Passages.Select(passage => passage with { HeadingPath = [], Section = null }).ToList(),
    };

    private static string MajorityKind(IReadOnlyList<Judgement> judgements) =>
        TagSet.Kinds.MaxBy(kind => judgements.Count(judgement => judgement.Due.Contains(kind)))!;

    private static SortedDictionary<string, int> Counts(IReadOnlyList<LabelledDocument> labels)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in labels)
        {
            foreach (var given in document.Labels.Values)
            {
                Add("all");
                Add("language " + (document.Document.Front.Language ?? "unknown"));
                Add("genre " + document.Genre);
                foreach (var label in given.Asserted)
                {
                    Add(label);
                }

                if (!given.Asserted.Any(TagSet.Kinds.Contains))
                {
                    Add("no kind");
                }
            }
        }

        return counts;

        void Add(string what) => counts[what] = counts.GetValueOrDefault(what) + 1;
    }

    private static List<Mistake> Mistakes(IReadOnlyList<Judgement> judgements) => Scoring.MainKinds
        .SelectMany(kind => judgements
            .Where(judgement => judgement.Said.Contains(kind) != judgement.Due.Contains(kind))
            .Select(judgement => new Mistake(kind, judgement.Said.Contains(kind), Math.Round(judgement.Scores[kind], 4), judgement.Text)))
        .OrderByDescending(mistake => Math.Abs(mistake.Probability - (mistake.Given ? 0 : 1)))
        .ThenBy(mistake => mistake.Text, StringComparer.Ordinal)
        .Take(MistakesShown).ToList();
}
