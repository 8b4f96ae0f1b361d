namespace KnowledgeBase.Tagging.Judging;

/// <summary>How well one tag is told on one set of passages.</summary>
/// <param name="Label">The tag.</param>
/// <param name="Precision">0 to 1.</param>
/// <param name="Recall">0 to 1.</param>
/// <param name="F1">0 to 1.</param>
/// <param name="F1Interval">95 %, by bootstrap over passages.</param>
/// <param name="Due">Passages that carry the tag.</param>
/// <param name="CalibrationError">Expected calibration error of a kind's probability, or null for other tags.</param>
public sealed record TagFigure(
    string Label, double Precision, double Recall, double F1, Interval F1Interval, int Due, double? CalibrationError);

/// <summary>How well a classifier does on one set of passages.</summary>
/// <param name="Classifier">Its name.</param>
/// <param name="Set">What it was judged on, in words.</param>
/// <param name="Passages">How many passages were judged.</param>
/// <param name="Tags">Per tag.</param>
/// <param name="MainMean">Mean F1 of challenge, opportunity, good practice and recommendation.</param>
/// <param name="MainMeanInterval">95 %, by bootstrap over passages.</param>
/// <param name="ThemesMicro">F1 over all theme tags pooled.</param>
/// <param name="AddresseesMicro">F1 over all addressee tags pooled.</param>
public sealed record SetFigures(
    string Classifier, string Set, int Passages, IReadOnlyList<TagFigure> Tags,
    double MainMean, Interval MainMeanInterval, double ThemesMicro, double AddresseesMicro);

/// <summary>One figure on a foreign labelled set.</summary>
/// <param name="Set">Name of the set.</param>
/// <param name="What">What was measured.</param>
/// <param name="Model">The model's figure.</param>
/// <param name="Rules">The cue rules' figure.</param>
/// <param name="Passages">Sample size.</param>
/// <param name="Shows">What the set can and cannot show.</param>
public sealed record ForeignFigure(string Set, string What, double Model, double Rules, int Passages, string Shows);

/// <summary>How often passages of one kind (alone) were given another.</summary>
/// <param name="Due">The kind that is due, or "none".</param>
/// <param name="Said">Per kind said, and "none".</param>
public sealed record ConfusionRow(string Due, IReadOnlyDictionary<string, int> Said);

/// <summary>A passage told wrongly, for a person to learn from.</summary>
/// <param name="Label">The tag.</param>
/// <param name="Given">True when it was given and not due, false when it was due and not given.</param>
/// <param name="Probability">What the model held.</param>
/// <param name="Text">The passage.</param>
public sealed record Mistake(string Label, bool Given, double Probability, string Text);

/// <summary>All that judging the delivered model gives.</summary>
/// <param name="Model">Its name.</param>
/// <param name="DataHash">Of what it was learned from.</param>
/// <param name="LabelCounts">Labelled passages per tag, and per language as "language en".</param>
/// <param name="CrossValidation">On the labels, each group by a model that had not seen it.</param>
/// <param name="Truths">On real reports read by careful readers: the model, without headings, and the baselines; empty without truths.</param>
/// <param name="FalseAlarms">Share of the real reports' passages without any kind that are given recommendation, 0 to 1; null without truths.</param>
/// <param name="Readings">On passages drawn by chance from reports of many other kinds: the model and the cue rules; empty without them.</param>
/// <param name="Foreign">On foreign labelled sets; empty without them.</param>
/// <param name="Confusions">Between kinds on the labels.</param>
/// <param name="Mistakes">On the labels, the surest first.</param>
public sealed record EvaluationReport(
    string Model, string DataHash, IReadOnlyDictionary<string, int> LabelCounts, SetFigures CrossValidation, IReadOnlyList<SetFigures> Truths, double? FalseAlarms,
    IReadOnlyList<SetFigures> Readings, IReadOnlyList<ForeignFigure> Foreign, IReadOnlyList<ConfusionRow> Confusions, IReadOnlyList<Mistake> Mistakes);
