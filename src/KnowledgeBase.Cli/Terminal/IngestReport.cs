using KnowledgeBase.Cli.Json;
using KnowledgeBase.Documents;
using KnowledgeBase.Ingestion;

namespace KnowledgeBase.Cli.Terminal;

/// <summary>Tells of an ingest as it goes on: a line per file on stdout, for people or as JSON, and the state of the run on stderr.</summary>
internal sealed class IngestReport(Shell shell, bool json) : IIngestObserver
{
    private readonly StatusLine status = new(shell);
    private readonly HashSet<string> toolsMissing = new(StringComparer.Ordinal);

    /// <summary>Files that ended so far.</summary>
    public int Files { get; private set; }

    /// <inheritdoc/>
    public void Ended(FileOutcome outcome)
    {
        Files++;
        status.Clear();
        if (json)
        {
            shell.Out.WriteLine(CliJson.Line(OutcomeShape.Of(outcome)));
        }
        else
        {
            Write(outcome);
        }

        // Whoever reads this line may rely on it, whatever becomes of the program next.
        shell.Out.Flush();
    }

    /// <inheritdoc/>
    public void Advanced(IngestProgress progress) => status.Show(() =>
    {
        var left = progress.TimeLeft is { } time && progress.FilesDone < progress.FilesTotal ? $", about {Duration(time)} left" : "";
        return FormattableString.Invariant(
            $"{progress.FilesDone} of {progress.FilesTotal} files, {progress.Pages} pages, {progress.PagesPerSecond:0.#} pages/s, {progress.Share:0%}{left}");
    });

    /// <summary>Ends the report with the summary.</summary>
    public void Finish(IngestSummary summary)
    {
        status.Clear();
        if (json)
        {
            shell.Out.WriteLine(CliJson.Line(new SummaryLine(SummaryShape.Of(summary))));
            return;
        }

        var speed = summary.Pages > 0 && summary.Elapsed > TimeSpan.Zero
            ? FormattableString.Invariant($" ({summary.Pages / summary.Elapsed.TotalSeconds:0.#} pages/s)")
            : "";
        shell.Say(FormattableString.Invariant(
            $"added {summary.Added}, unchanged {summary.Unchanged}, updated {summary.Updated}, failed {summary.Failed}: {summary.Pages} pages, {summary.Passages} passages in {Duration(summary.Elapsed)}{speed}"));
    }

    /// <summary>Takes the status line away when the run ends otherwise.</summary>
    public void Stop() => status.Clear();

    private void Write(FileOutcome outcome)
    {
        var word = EnumWords.Of(outcome.Kind).PadRight(9);
        if (outcome.Error is { } error)
        {
            shell.Out.WriteLine($"{word}  {outcome.File}");
            // How to install what is missing need be told once, not with every file that needs it.
            var told = error.Code == "tool-missing" && !toolsMissing.Add(error.Message);
            shell.Out.WriteLine($"           {error.Code}: {(told ? "as above." : error.Message)}");
            return;
        }

        shell.Out.WriteLine($"{word}  {outcome.File}  {outcome.Document}{Counts(outcome)}");
        foreach (var line in ProblemLines.Of(outcome.Problems))
        {
            shell.Out.WriteLine($"           {line}");
        }

        if (outcome.Note is { } note)
        {
            shell.Out.WriteLine($"           {note}");
        }

        if (outcome.KeptVisibility is { } kept)
        {
            shell.Out.WriteLine($"           stays '{EnumWords.Of(kept)}': who may see a document that is in already is changed on its page, by an admin.");
        }
    }

    private static string Counts(FileOutcome outcome)
    {
        if (outcome.Kind == OutcomeKind.Unchanged)
        {
            return "";
        }

        var pages = outcome.Pages is { } number ? $"{OutlineWriter.Count(number, "page")}, " : "";
        var why = outcome.Grade is { Letter: not "A", Reasons.Count: > 0 } doubtful ? $" ({string.Join("; ", doubtful.Reasons)})" : "";
        var grade = outcome.Grade is { } given ? $", grade {given.Letter}{why}" : "";
        return $"  {pages}{OutlineWriter.Count(outcome.Passages, "passage")}, {OutlineWriter.Count(outcome.Footnotes, "footnote")}{grade}";
    }

    private static string Duration(TimeSpan time) => time.TotalSeconds < 60
        ? FormattableString.Invariant($"{time.TotalSeconds:0.#} s")
        : FormattableString.Invariant($"{(int)time.TotalMinutes} min {time.Seconds} s");
}
