using KnowledgeBase.Web.Api;

namespace KnowledgeBase.Cli.Terminal;

/// <summary>One passage for people, whole: where it stands, what is before and after it, its footnotes, how to cite it, its tags.</summary>
internal sealed class PassageView(Shell shell)
{
    private const string Faint = "\u001b[2m";
    private const string Plain = "\u001b[0m";
    private const int Indent = 4;

    public void Write(PassageContext context)
    {
        var passage = context.Passage;
        var output = shell.Out;
        output.WriteLine($"{passage.Document.Title ?? passage.Document.File}  ({passage.Document.Id}, {passage.Document.File})");
        if (passage.HeadingPath.Count > 0)
        {
            output.WriteLine($"== {string.Join(" > ", passage.HeadingPath)}");
        }

        foreach (var before in context.Before)
        {
            WriteNeighbour("before", before);
        }

        output.WriteLine();
        var marker = passage.Marker ?? passage.Note;
        WriteLines(marker is null ? passage.Text : $"{marker} {passage.Text}", faint: false);
        if (passage.Attribution is { } speaker)
        {
            WriteLines($"— {speaker}", faint: false);
        }

        foreach (var after in context.After)
        {
            WriteNeighbour("after", after);
        }

        WriteFootnotes(passage);
        output.WriteLine();
        WriteLines(passage.Citation, faint: false);
        var tags = passage.Kinds.Concat(passage.Themes).Concat(passage.Addressees)
            .Select(tag => FormattableString.Invariant($"{tag.Tag} {tag.Confidence:0.00} ({tag.Origin})"));
        WriteLines($"[{passage.PassageId}] {string.Join("; ", new[] { passage.Role is "paragraph" ? "" : passage.Role, string.Join(", ", tags) }.Where(part => part.Length > 0))}", faint: true);
        if (passage.MovedFrom is { } old)
        {
            WriteLines($"Its words have changed a little since it was {old}.", faint: true);
        }
    }

    private void WriteFootnotes(PassageShown passage)
    {
        if (passage.Footnotes.Count > 0)
        {
            shell.Out.WriteLine();
            shell.Out.WriteLine("Footnotes");
        }

        foreach (var note in passage.Footnotes)
        {
            WriteLines($"{note.Number} {note.Text}", faint: false);
        }
    }

    private void WriteNeighbour(string where, PassageShown neighbour)
    {
        shell.Out.WriteLine();
        WriteLines($"({where}, {neighbour.PassageId}) {neighbour.Text}", faint: true);
    }

    private void WriteLines(string text, bool faint)
    {
        foreach (var line in TextWrap.Lines(text, shell.Width - Indent))
        {
            shell.Out.WriteLine(new string(' ', Indent) + (faint && shell.Colour ? Faint + line + Plain : line));
        }
    }
}
