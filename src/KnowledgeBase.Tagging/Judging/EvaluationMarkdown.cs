using System.Globalization;
using System.Text;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Tagging.Judging;

/// <summary>Writes an evaluation for people: a section of docs/evaluation.md.</summary>
public static class EvaluationMarkdown
{
    /// <summary>The whole report.</summary>
    public static string Write(EvaluationReport report)
    {
        var text = new StringBuilder();
        text.AppendLine("## How well passages are tagged").AppendLine();
        text.AppendLine("Measured by `kb evaluate`. Precision is the share of the tags given that are due, recall the share of the due tags that");
        text.AppendLine("are given, F1 their harmonic mean. Intervals are 95 %, by bootstrap over passages. Calibration error says how far a kind's");
        text.AppendLine("probability is from the frequency it foretells, on average.").AppendLine();
        text.AppendLine(Line($"Model: {report.Model}, learned from data {report.DataHash[..12]}.")).AppendLine();
        WriteCounts(text, report);
        text.AppendLine("### On the labels").AppendLine();
        text.AppendLine("Grouped cross-validation: every author batch is judged by a model, calibration and thresholds that have not seen it. The batches");
        text.AppendLine("are harder than print, since most of them avoid the stock words of the field.").AppendLine();
        WriteTags(text, report.CrossValidation);
        WriteConfusions(text, report.Confusions);
        WriteTruths(text, report.Truths, report.FalseAlarms);
        WriteReadings(text, report.Readings);
        WriteForeign(text, report.Foreign);
        WriteMistakes(text, report.Mistakes);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void WriteCounts(StringBuilder text, EvaluationReport report)
    {
        text.AppendLine("### What it was learned from").AppendLine();
        text.AppendLine("| | passages |").AppendLine("|---|--:|");
        string[] order = ["all", "no kind", .. TagSet.Kinds, .. TagSet.Themes, .. TagSet.Addressees];
        foreach (var name in order.Concat(report.LabelCounts.Keys.Where(key => key.Contains(' ', StringComparison.Ordinal) && key != "no kind")))
        {
            text.AppendLine(Line($"| {name} | {report.LabelCounts.GetValueOrDefault(name)} |"));
        }

        text.AppendLine();
    }

    private static void WriteTags(StringBuilder text, SetFigures figures)
    {
        text.AppendLine(Line($"{figures.Passages} passages. Mean F1 of the four main kinds {figures.MainMean:0.000} ({figures.MainMeanInterval.Low:0.000} to {figures.MainMeanInterval.High:0.000}); themes {figures.ThemesMicro:0.000}, addressees {figures.AddresseesMicro:0.000} (micro F1).")).AppendLine();
        text.AppendLine("| tag | due | precision | recall | F1 | interval | calibration error |").AppendLine("|---|--:|--:|--:|--:|---|--:|");
        foreach (var tag in figures.Tags)
        {
            var error = tag.CalibrationError is { } value ? Line($"{value:0.000}") : "";
            text.AppendLine(Line($"| {tag.Label} | {tag.Due} | {tag.Precision:0.00} | {tag.Recall:0.00} | {tag.F1:0.000} | {tag.F1Interval.Low:0.00} to {tag.F1Interval.High:0.00} | {error} |"));
        }

        text.AppendLine();
    }

    private static void WriteConfusions(StringBuilder text, IReadOnlyList<ConfusionRow> rows)
    {
        text.AppendLine("#### Confusions between kinds").AppendLine();
        text.AppendLine("Passages with exactly one kind, or none (row), and the kinds they were given (column; a passage may be given several).").AppendLine();
        text.AppendLine("| due | " + string.Join(" | ", rows.Select(row => row.Due)) + " |").AppendLine("|---|" + string.Concat(rows.Select(_ => "--:|")));
        foreach (var row in rows)
        {
            text.AppendLine(Line($"| {row.Due} | {string.Join(" | ", rows.Select(column => row.Said[column.Due]))} |"));
        }

        text.AppendLine();
    }

    private static void WriteTruths(StringBuilder text, IReadOnlyList<SetFigures> truths, double? falseAlarms)
    {
        if (truths.Count == 0)
        {
            return;
        }

        text.AppendLine("### On real reports").AppendLine();
        text.AppendLine("Reports of other publishers, labelled by careful readers, read by the program from the file and pooled. Nothing was learned from them,");
        text.AppendLine("but their errors were looked at while the cue words were written, so unseen reports may do a little worse.").AppendLine();
        WriteSets(text, truths);
        if (falseAlarms is { } share)
        {
            text.AppendLine().AppendLine(Line($"Of the passages that carry no kind, {share:0.0%} were given `recommendation`."));
        }

        text.AppendLine().AppendLine("#### The model, tag by tag").AppendLine();
        WriteTags(text, truths[0]);
    }

    private static void WriteReadings(StringBuilder text, IReadOnlyList<SetFigures> readings)
    {
        if (readings.Count == 0)
        {
            return;
        }

        text.AppendLine("### On reports of every other kind").AppendLine();
        text.AppendLine("Passages drawn by chance from more than a hundred other reports (reports of missions and funds, reviews of states, evaluations, case");
        text.AppendLine("studies) and labelled by two readers; see corpus/readings. There, opportunities and good practices are rare, and most of those");
        text.AppendLine("that are given are none.").AppendLine();
        WriteSets(text, readings);
        text.AppendLine();
        WriteTags(text, readings[0]);
    }

    private static void WriteSets(StringBuilder text, IReadOnlyList<SetFigures> sets)
    {
        text.AppendLine("| classifier | judged on | challenge | opportunity | good practice | recommendation | mean | themes | addressees |");
        text.AppendLine("|---|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var set in sets)
        {
            var kinds = string.Join(" | ", Scoring.MainKinds.Select(kind => Line($"{set.Tags.FirstOrDefault(tag => tag.Label == kind)?.F1 ?? 0:0.000}")));
            text.AppendLine(Line($"| {set.Classifier} | {set.Set} | {kinds} | {set.MainMean:0.000} ({set.MainMeanInterval.Low:0.00} to {set.MainMeanInterval.High:0.00}) | {set.ThemesMicro:0.000} | {set.AddresseesMicro:0.000} |"));
        }
    }

    private static void WriteForeign(StringBuilder text, IReadOnlyList<ForeignFigure> figures)
    {
        if (figures.Count == 0)
        {
            return;
        }

        text.AppendLine("### On foreign labelled sets").AppendLine();
        foreach (var set in figures.GroupBy(figure => figure.Set))
        {
            text.AppendLine(Line($"**{set.Key}**, {set.First().Passages} passages. {set.First().Shows}")).AppendLine();
            text.AppendLine("| | model | cue rules |").AppendLine("|---|--:|--:|");
            foreach (var figure in set)
            {
                text.AppendLine(Line($"| {figure.What} | {figure.Model:0.000} | {figure.Rules:0.000} |"));
            }

            text.AppendLine();
        }
    }

    private static void WriteMistakes(StringBuilder text, IReadOnlyList<Mistake> mistakes)
    {
        text.AppendLine("### The surest mistakes").AppendLine();
        text.AppendLine("On the labels, the surest first; they show what the model does not understand, and sometimes a wrong label.").AppendLine();
        foreach (var mistake in mistakes)
        {
            var what = mistake.Given ? "given, not due" : "due, not given";
            text.AppendLine(Line($"- {mistake.Label} {what} ({mistake.Probability:0.00}): {mistake.Text}"));
        }
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
