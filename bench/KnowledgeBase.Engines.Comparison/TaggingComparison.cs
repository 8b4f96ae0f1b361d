using System.Diagnostics;
using KnowledgeBase.Documents;
using KnowledgeBase.Engines.MLNet;
using KnowledgeBase.Tagging;
using KnowledgeBase.Tagging.Judging;
using KnowledgeBase.Tagging.Labels;
using KnowledgeBase.Tagging.Learning;

namespace KnowledgeBase.Engines.Comparison;

/// <summary>Our learner against ML.NET's, on the labels, by cross-validation over groups of documents.</summary>
internal sealed class TaggingComparison(string labels, Report report)
{
    public void Run(CancellationToken cancellationToken)
    {
        var documents = LabelFile.ReadFolder(labels);
        var settings = new TrainingSettings();
        (string Name, ILinearLearner Learner)[] learners = [("ours", new LbfgsLearner()), ("ML.NET", new MlNetLearner())];
        var results = new List<(string Name, SetFigures Figures, TimeSpan Training, TimeSpan Predicting)>();
        foreach (var (name, learner) in learners)
        {
            var trainer = new Trainer(settings, learner);
            var examples = trainer.Examples(documents);
            var heldOut = trainer.HeldOut(examples, cancellationToken);
            var figures = Scoring.Of(name, "labels", CrossValidation.Judge(heldOut, settings), settings.Seed);
            var watch = Stopwatch.StartNew();
            var model = trainer.Fit(documents, examples, heldOut, cancellationToken);
            var training = watch.Elapsed;
            IPassageClassifier classifier = name == "ours" ? new ModelClassifier(model) : new MlNetClassifier(model);
            classifier.Predict(documents[0].Document);
            watch.Restart();
            var passages = documents.Sum(d => classifier.Predict(d.Document).Tags.Count);
            results.Add((name, figures, training, watch.Elapsed / passages * 1000));
        }

        report.Line($"## Tagging\n\nF1 on {results[0].Figures.Passages} labelled passages, cross-validated; features, calibration and thresholds are the same, the learner differs.\n");
        report.Line("| tag | passages | ours | ML.NET |\n|---|---|---|---|");
        foreach (var (ours, theirs) in results[0].Figures.Tags.Zip(results[1].Figures.Tags))
        {
            report.Line($"| {ours.Label} | {ours.Due} | {ours.F1:F3} | {theirs.F1:F3} |");
        }

        foreach (var (what, of) in new (string, Func<SetFigures, double>)[]
        {
            ("**kinds, macro**", f => f.Tags.Where(t => TagSet.Kinds.Contains(t.Label)).Average(t => t.F1)),
            ("**themes, micro**", f => f.ThemesMicro),
            ("**addressees, micro**", f => f.AddresseesMicro),
        })
        {
            report.Line($"| {what} | | {of(results[0].Figures):F3} | {of(results[1].Figures):F3} |");
        }

        report.Line($"| training on all labels, s | | {results[0].Training.TotalSeconds:F1} | {results[1].Training.TotalSeconds:F1} |");
        report.Line($"| tagging 1,000 passages, ms | | {results[0].Predicting.TotalMilliseconds:F0} | {results[1].Predicting.TotalMilliseconds:F0} |\n");
    }
}
