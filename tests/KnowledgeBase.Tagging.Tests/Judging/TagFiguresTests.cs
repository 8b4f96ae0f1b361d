using KnowledgeBase.Tagging.Judging;

namespace KnowledgeBase.Tagging.Tests.Judging;

public sealed class TagFiguresTests
{
    [Fact]
    public void The_delivered_figures_are_those_of_the_delivered_model()
    {
        var figures = TagFigures.Delivered();

        Assert.NotNull(figures);
        Assert.Equal(DefaultModel.Load().Name, figures.Model);
        Assert.All(Scoring.MainKinds, kind => Assert.Contains(figures.Tags, tag => tag.Label == kind && tag.Due > 0));
    }

    [Fact]
    public void Figures_on_real_reports_are_shown_before_those_on_labels()
    {
        var labels = new SetFigures("m", "labels", 10, [], 0, new(0, 0), 0, 0);
        var report = new EvaluationReport("m", new('0', 64), new Dictionary<string, int>(), labels, [], null, [], [], [], []);

        Assert.Equal(("labels", 10), (TagFigures.Of(report).Set, TagFigures.Of(report).Passages));
        var real = TagFigures.Of(report with { Truths = [labels with { Set = "reports", Passages = 3 }] });
        Assert.Equal(("reports", 3), (real.Set, real.Passages));
    }

    [Fact]
    public void The_report_says_for_each_foreign_set_what_it_shows()
    {
        var labels = new SetFigures("m", "labels", 10, [new("challenge", 0.5, 0.25, 0.3333, new(0.1, 0.6), 4, 0.02)], 0.3, new(0.1, 0.6), 0, 0);
        var report = new EvaluationReport(
            "m", new('0', 64), new Dictionary<string, int>(), labels, [labels], 0.061, [labels with { Passages = 441 }], [new("Set A", "recall", 0.9, 0.8, 12, "Only recall.")], [],
            [new("challenge", true, 0.97, "The bridge was closed.")]);

        var text = EvaluationMarkdown.Write(report);

        Assert.Contains("**Set A**, 12 passages. Only recall.", text, StringComparison.Ordinal);
        Assert.Contains("| challenge | 4 | 0.50 | 0.25 | 0.333 | 0.10 to 0.60 | 0.020 |", text, StringComparison.Ordinal);
        Assert.Contains("441 passages. Mean F1", text, StringComparison.Ordinal);
        Assert.Contains("6.1%", text, StringComparison.Ordinal);
        Assert.Contains("- challenge given, not due (0.97): The bridge was closed.", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?m)^# ", text);
    }
}
