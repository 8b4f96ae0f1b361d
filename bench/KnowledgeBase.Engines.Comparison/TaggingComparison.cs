using KnowledgeBase.Benchmarks.Ingest;
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
        var results = new List<(string Name, SetFigures Figures, CpuClock Training, CpuClock Predicting, int Passages)>();
        foreach (var (name, learner) in learners)
        {
            var trainer = new Trainer(settings, learner);
            var examples = trainer.Examples(documents);
            var heldOut = trainer.HeldOut(examples, cancellationToken);
            var figures = Scoring.Of(name, "labels", CrossValidation.Judge(heldOut, settings), settings.Seed);
            var started = CpuClock.Now();
            var model = trainer.Fit(documents, examples, heldOut, cancellationToken);
            var training = CpuClock.Now().Since(started);
            var classifier = new ModelClassifier(model);
            classifier.Predict(documents[0].Document);
            started = CpuClock.Now();
            var passages = documents.Sum(d => classifier.Predict(d.Document).Tags.Count);
            results.Add((name, figures, training, CpuClock.Now().Since(started), passages));
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

        foreach (var (what, of) in new (string, Func<(string, SetFigures, CpuClock Training, CpuClock Predicting, int Passages), double>)[]
        {
            ("training on all labels, s", r => r.Training.Wall),
            ("of processor", r => r.Training.Processor),
            ("tagging 1,000 passages, ms", r => r.Predicting.Wall / r.Passages * 1e6),
            ("of processor", r => r.Predicting.Processor / r.Passages * 1e6),
        })
        {
            report.Line($"| {what} | | {of(results[0]):F1} | {of(results[1]):F1} |");
        }

        report.Line("");
    }
}
