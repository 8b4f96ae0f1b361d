using System.Text.Json;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Tagging.Judging;

/// <summary>
/// Figures on labelled sets of other fields. They were made for other purposes with other words for their labels, so each
/// figure says what it can and cannot show.
/// </summary>
public static class ForeignSets
{
    /// <summary>Judges two classifiers on every known set found in a folder; unknown files and missing sets are passed over.</summary>
    /// <param name="folder">Holds *.jsonl with "label" and "text" per line.</param>
    /// <param name="model">The model.</param>
    /// <param name="rules">The cue rules.</param>
    /// <param name="cancellation">Stops between sets.</param>
    public static IReadOnlyList<ForeignFigure> Judge(string folder, IPassageClassifier model, IPassageClassifier rules, CancellationToken cancellation)
    {
        var figures = new List<ForeignFigure>();
        foreach (var set in Sets)
        {
            cancellation.ThrowIfCancellationRequested();
            var file = Path.Combine(folder, set.File);
            if (File.Exists(file))
            {
                var rows = Read(file);
                var (byModel, byRules) = (Scores(model, rows), Scores(rules, rows));
                figures.AddRange(set.Figures.Select(figure => new ForeignFigure(
                    set.Name, figure.What, Math.Round(figure.Of(rows, byModel), 4), Math.Round(figure.Of(rows, byRules), 4), rows.Count, set.Shows)));
            }
        }

        return figures;
    }

    private static readonly ForeignSet[] Sets =
    [
        new("ifrc_lesson_challenge.jsonl", "IFRC emergency operations (lesson or challenge)",
            "Whether plainly told difficulties are known from plainly told lessons in short operational notes. It cannot show recommendations: "
            + "many of its lessons are worded as advice.",
            [
                new("balanced accuracy of P(challenge) against the other kinds, at one half", (rows, scores) => Balanced(rows, scores, "challenge", Share("challenge"), 0.5)),
                new("the same at the best threshold", (rows, scores) => Enumerable.Range(1, 99).Max(t => Balanced(rows, scores, "challenge", Share("challenge"), t / 100.0))),
                new("recall of challenge as asserted", (rows, scores) => Asserted(rows, scores, "challenge", "challenge")),
                new("share of the lessons asserted as challenge", (rows, scores) => Asserted(rows, scores, "lesson", "challenge")),
            ]),
        new("taic_recommendations.jsonl", "TAIC safety recommendations",
            "Whether formal recommendations of an inquiry are found in the legal wording of another field. The answers of those addressed quote "
            + "the recommendations, so they show little about false alarms.",
            [
                new("recall of recommendation", (rows, scores) => Asserted(rows, scores, "recommendation", "recommendation")),
                new("share of the answers asserted as recommendation", (rows, scores) => Asserted(rows, scores, "response", "recommendation")),
            ]),
        new("upr_recommendations.jsonl", "UPR recommendations to states",
            "Whether bare imperatives without any context are found. Every passage is a recommendation, so it shows recall only.",
            [new("recall of recommendation", (rows, scores) => Asserted(rows, scores, "recommendation", "recommendation"))]),
        new("nasa_event_lesson_recommendation.jsonl", "NASA lessons learned (event, lesson, recommendation)",
            "Whether advice is told from accounts of events in engineering. Its lessons are often told as events, so recall of lesson shows little.",
            [
                new("recall of recommendation", (rows, scores) => Asserted(rows, scores, "recommendation", "recommendation")),
                new("share of the events asserted as recommendation", (rows, scores) => Asserted(rows, scores, "event", "recommendation")),
                new("recall of lesson", (rows, scores) => Asserted(rows, scores, "lesson", "lesson")),
            ]),
        new("semeval_suggestions.jsonl", "SemEval 2019 suggestions (software forum)",
            "Whether suggestions in informal language are found. The language is that of a forum, far from reports; a low figure is no defect.",
            [
                new("recall of recommendation", (rows, scores) => Asserted(rows, scores, "suggestion", "recommendation")),
                new("share of other sentences asserted as recommendation", (rows, scores) => Asserted(rows, scores, "other", "recommendation")),
            ]),
    ];

    private static Func<PassageTags, double> Share(string kind) => tags =>
    {
        var sum = tags.Scores.Values.Sum();
        return sum <= 0 ? 0 : tags.Scores[kind] / sum;
    };

    private static double Asserted(IReadOnlyList<Row> rows, IReadOnlyList<PassageTags> scores, string label, string kind)
    {
        var due = Enumerable.Range(0, rows.Count).Where(i => rows[i].Label == label).ToArray();
        return due.Length == 0 ? 0 : (double)due.Count(i => scores[i].Kinds.Any(tag => tag.Label == kind)) / due.Length;
    }

    private static double Balanced(
        IReadOnlyList<Row> rows, IReadOnlyList<PassageTags> scores, string label, Func<PassageTags, double> score, double threshold)
    {
        int right = 0, positives = 0, rejected = 0, negatives = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            var said = score(scores[i]) >= threshold;
            if (rows[i].Label == label)
            {
                positives++;
                right += said ? 1 : 0;
            }
            else
            {
                negatives++;
                rejected += said ? 0 : 1;
            }
        }

        return (((double)right / Math.Max(1, positives)) + ((double)rejected / Math.Max(1, negatives))) / 2;
    }

    private static PassageTags[] Scores(IPassageClassifier classifier, IReadOnlyList<Row> rows) =>
        rows.Select(row => classifier.Predict(Alone(row.Text)).Tags.Values.Single()).ToArray();

    /// <summary>A document of one English paragraph.</summary>
    private static StructuredDocument Alone(string text) => new(
        new(new string('0', 12)), new("passage", new('0', 64), SourceFormat.Text, text.Length), null, new FrontMatter { Language = "en" }, [],
        [new(new(new string('0', 16)), PassageRole.Paragraph, text) { Language = "en" }], [], [], [], []);

    private static List<Row> Read(string file)
    {
        var rows = new List<Row>();
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetProperty("text").GetString() is { Length: > 0 } text)
            {
                rows.Add(new(json.RootElement.GetProperty("label").GetString() ?? "", text));
            }
        }

        return rows;
    }

    private sealed record Row(string Label, string Text);

    private sealed record ForeignSet(string File, string Name, string Shows, IReadOnlyList<Measure> Figures);

    private sealed record Measure(string What, Func<IReadOnlyList<Row>, IReadOnlyList<PassageTags>, double> Of);
}
