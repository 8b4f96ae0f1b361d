using System.Globalization;
using System.Text;
using KnowledgeBase.Search.Answers;

namespace KnowledgeBase.Cli.Terminal;

/// <summary>A search answer for people: each passage with the words found marked, where it stands, how to cite it and what it was tagged.</summary>
internal sealed class AnswerWriter(Shell shell)
{
    private const string Mark = "\u001b[1;33m";
    private const string Faint = "\u001b[2m";
    private const string Plain = "\u001b[0m";
    private const string Indent = "    ";
    private const int FacetValues = 6;

    private static readonly string[] FacetsShown = ["kind", "theme", "addressee", "place", "org", "process", "year", "lang"];

    /// <summary>True to print passages whole; default false: the part with the words found.</summary>
    public bool Whole { get; init; }

    /// <param name="answer">The answer.</param>
    /// <param name="offset">Hits that were skipped.</param>
    public void Write(SearchAnswer answer, int offset)
    {
        if (answer.Notice is { } notice)
        {
            shell.Say(notice);
        }

        WriteDocuments(answer);
        if (answer.Total == 0 && answer.Hits.Count == 0)
        {
            WriteNothing(answer);
            return;
        }

        foreach (var hit in answer.Hits)
        {
            Write(hit);
        }

        WriteFacets(answer);
        var found = answer.Added is { } byMeaning ? $"{answer.Total} found by words, {byMeaning} more by meaning" : $"{answer.Total} found";
        var seen = offset + answer.Hits.Count + (answer.Folded ?? 0);
        var shown = answer.Hits.Count == 0 ? "none shown" : $"{offset + 1} to {offset + answer.Hits.Count} shown";
        var folded = answer.Folded is { } others ? $", {others} more of the same words in related documents" : "";
        var more = seen < answer.Total + (answer.Added ?? 0) && answer.Hits.Count > 0 ? $"; --offset {offset + answer.Hits.Count} shows more" : "";
        shell.Say(string.Create(CultureInfo.InvariantCulture, $"{found} for {answer.Understood}; {shown}{folded} ({answer.TookMs:0} ms){more}"));
        WriteSuggestions(answer);
    }

    private void WriteDocuments(SearchAnswer answer)
    {
        foreach (var document in answer.Documents ?? [])
        {
            string[] known = [document.Title ?? document.File, document.Number ?? "", document.Year is { } year ? year.ToString(CultureInfo.InvariantCulture) : ""];
            shell.Out.WriteLine($"Document: {string.Join(", ", known.Where(part => part.Length > 0))}  (kb show {document.Id})");
        }

        if (answer.Documents is { Count: > 0 })
        {
            shell.Out.WriteLine();
        }
    }

    private void Write(SearchHit hit)
    {
        var output = shell.Out;
        output.WriteLine($"{hit.Rank}. {string.Join(" > ", hit.HeadingPath)}");
        foreach (var line in Marked(hit))
        {
            output.WriteLine(Indent + line);
        }

        foreach (var line in TextWrap.Lines(hit.Citation, shell.Width - Indent.Length))
        {
            output.WriteLine(Indent + line);
        }

        foreach (var line in (hit.AlsoIn ?? []).SelectMany(other => TextWrap.Lines($"also in {other.Document.File} [{other.PassageId}]", shell.Width - Indent.Length)))
        {
            output.WriteLine(Indent + line);
        }

        var tags = hit.Kinds.Concat(hit.Themes).Concat(hit.Addressees)
            .Select(tag => string.Create(CultureInfo.InvariantCulture, $"{tag.Tag} {tag.Confidence:0.00} ({tag.Origin})"));
        var notes = new[] { hit.Role is "paragraph" ? "" : hit.Role, string.Join(", ", tags), hit.CheckPrint is true ? "check the print" : "", hit.ByMeaning is true ? "by meaning" : "", hit.SameAs is { } same ? $"says the same as {same}" : "" }.Where(note => note.Length > 0);
        foreach (var line in TextWrap.Lines($"[{hit.PassageId}] {string.Join("; ", notes)}", shell.Width - Indent.Length))
        {
            output.WriteLine(Indent + (shell.Colour ? Faint + line + Plain : line));
        }

        output.WriteLine();
    }

    /// <summary>The snippet in lines, the words found coloured; marks are put in after the breaking, so that they take no room.</summary>
    private IEnumerable<string> Marked(SearchHit hit)
    {
        var cut = Whole ? new(hit.Text, hit.Found, false, false) : hit.Cut ?? new Snippet(hit.Text, [], false, false);
        var before = (hit.NumberShown is { } number ? $"{number} " : "") + (cut.CutBefore ? "… " : "");
        var text = before + cut.Text + (cut.CutAfter ? " …" : "");
        var shift = before.Length;
        var marks = new Queue<TextSpan>(cut.Marks.Select(mark => new TextSpan(mark.Start + shift, mark.End + shift)));
        var at = 0;
        foreach (var line in TextWrap.Lines(text, shell.Width - Indent.Length))
        {
            // Breaking changes blanks only: each word of the line is found again from where the last one ended.
            var coloured = new StringBuilder();
            foreach (var word in line.Split(' '))
            {
                at = text.IndexOf(word, at, StringComparison.Ordinal);
                coloured.Append(coloured.Length > 0 ? " " : "");
                coloured.Append(shell.Colour ? Colour(word, at, marks) : word);
                at += word.Length;
            }

            yield return coloured.ToString();
        }
    }

    private static string Colour(string word, int start, Queue<TextSpan> marks)
    {
        var coloured = new StringBuilder();
        var at = 0;
        while (marks.TryPeek(out var mark) && mark.Start < start + word.Length)
        {
            var from = Math.Max(0, mark.Start - start);
            var to = Math.Min(word.Length, mark.End - start);
            coloured.Append(word, at, from - at).Append(Mark).Append(word, from, to - from).Append(Plain);
            at = to;
            if (mark.End > start + word.Length)
            {
                break;
            }

            marks.Dequeue();
        }

        return coloured.Append(word, at, word.Length - at).ToString();
    }

    private void WriteFacets(SearchAnswer answer)
    {
        foreach (var name in FacetsShown)
        {
            if (answer.Facets.TryGetValue(name, out var values) && values.Count > 0)
            {
                var shown = string.Join(", ", values.Take(FacetValues).Select(value => $"{value.Value} {value.Count}"));
                shell.Out.WriteLine($"{name + ":",-11}{shown}{(values.Count > FacetValues ? ", …" : "")}");
            }
        }
    }

    private void WriteNothing(SearchAnswer answer)
    {
        shell.Say(answer.Documents is null ? $"kb: nothing found for {answer.Understood}." : $"kb: no passage found for {answer.Understood}.");
        WriteSuggestions(answer);
        if (answer.Suggestions is not { Count: > 0 })
        {
            shell.Say("    Fewer words or filters find more; mediat* finds all words that begin so; 'kb list' shows what is in the store.");
        }
    }

    private void WriteSuggestions(SearchAnswer answer)
    {
        foreach (var suggestion in answer.Suggestions ?? [])
        {
            shell.Say($"    try: {suggestion.Query}  ({suggestion.Why}: {suggestion.Total})");
        }
    }
}
