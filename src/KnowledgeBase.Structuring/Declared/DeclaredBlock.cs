using System.Text.RegularExpressions;
using KnowledgeBase.Documents;
using KnowledgeBase.Structuring.Text;

namespace KnowledgeBase.Structuring.Declared;

/// <summary>The lines of one declared block.</summary>
/// <param name="Declared">What the format says it is.</param>
/// <param name="Lines">One line per hard line break, or per row of a table.</param>
internal sealed record DeclaredBlock(Documents.Declared Declared, IReadOnlyList<Line> Lines)
{
    /// <summary>The blocks of a document in order; a line that declares nothing is a paragraph of its own.</summary>
    public static IReadOnlyList<DeclaredBlock> Of(ExtractedDocument document)
    {
        var blocks = new List<DeclaredBlock>();
        var open = new List<Line>();
        foreach (var line in document.Pages.SelectMany(p => p.Lines).Where(l => !string.IsNullOrWhiteSpace(l.Text)))
        {
            if (open.Count > 0 && (line.Declared is null || line.Declared.Block != open[^1].Declared?.Block || line.Declared.Kind != open[^1].Declared!.Kind))
            {
                Close();
            }

            open.Add(line);
        }

        Close();
        return blocks;

        void Close()
        {
            if (open.Count > 0)
            {
                blocks.Add(new(open[0].Declared ?? new(DeclaredKind.Paragraph, -1), [.. open]));
                open.Clear();
            }
        }
    }

    /// <summary>All runs, those of a footnote mark aside.</summary>
    public IEnumerable<TextRun> Words => Lines.SelectMany(l => l.Runs).Where(r => !r.Raised && !string.IsNullOrWhiteSpace(r.Text));

    /// <summary>True when every word is bold.</summary>
    public bool AllBold => Words.All(r => r.Font.Bold) && Words.Any();
}

/// <summary>Reads the text of declared blocks, taking footnote marks out of it.</summary>
/// <param name="noteNumbers">The numbers of the document's notes: only these are marks; other raised text ("1st", "m2") stays.</param>
internal sealed partial class MarkReader(IReadOnlySet<string> noteNumbers)
{
    public MarkedText Read(DeclaredBlock block)
    {
        if (block.Declared.Kind == DeclaredKind.TableRow)
        {
            return block.Lines.Select(ReadRow).Aggregate(MarkedText.Empty, (all, row) => all.Then(row, "\n"));
        }

        var text = new MarkedTextBuilder();
        foreach (var line in block.Lines)
        {
            text.Add(" ");
            ReadRuns(line.Runs, text);
        }

        var read = text.Build();
        return read.Text.StartsWith(' ') ? read.Without(1) : read;
    }

    private MarkedText ReadRow(Line row)
    {
        var cells = new List<List<TextRun>> { new() };
        foreach (var run in row.Runs)
        {
            var parts = run.Text.Split('\t');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                {
                    cells.Add([]);
                }

                cells[^1].Add(run with { Text = parts[i] });
            }
        }

        return cells.Select(runs =>
        {
            var text = new MarkedTextBuilder();
            ReadRuns(runs, text);
            return text.Build();
        }).Aggregate((all, cell) => new MarkedText(all.Text + "\t" + cell.Text, [.. all.Refs, .. cell.Refs.Select(r => r with { Offset = r.Offset + all.Text.Length + 1 })]));
    }

    private void ReadRuns(IEnumerable<TextRun> runs, MarkedTextBuilder text)
    {
        foreach (var run in runs)
        {
            var numbers = run.Raised ? Numbers(run.Text) : [];
            if (numbers.Count == 0)
            {
                text.Add(run.Text);
                continue;
            }

            foreach (var number in numbers)
            {
                text.AddMark(number);
            }

            // What follows a mark goes on where the words before it ended, with a blank if the mark had one.
            if (char.IsWhiteSpace(run.Text[^1]))
            {
                text.Add(" ");
            }
        }
    }

    /// <summary>The note numbers in a raised run ("3", "3, 4", "[5]"); none when any of it is not a note's number.</summary>
    private List<string> Numbers(string raised)
    {
        var parts = Separator().Split(raised).Where(p => p.Length > 0).ToList();
        return parts.TrueForAll(noteNumbers.Contains) ? parts : [];
    }

    [GeneratedRegex(@"[\s,;\[\]()]+", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
