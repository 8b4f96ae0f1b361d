using System.Text.RegularExpressions;
using KnowledgeBase.Documents;
using KnowledgeBase.Structuring.Assembly;
using KnowledgeBase.Structuring.Text;

namespace KnowledgeBase.Structuring.Declared;

/// <summary>
/// Notes typed by hand: raised numbers in the text, and a numbered list of notes under "Notes" or at the end. Where the format declares
/// no notes and the numbers meet, the list's entries are footnotes.
/// </summary>
internal static partial class TypedNotes
{
    public static IReadOnlyList<DeclaredBlock> Declare(IReadOnlyList<DeclaredBlock> blocks)
    {
        if (blocks.Any(b => b.Declared.Kind == DeclaredKind.Footnote))
        {
            return blocks;
        }

        var marks = blocks.SelectMany((b, i) => b.Lines.SelectMany(l => l.Runs.Skip(1)).Where(r => r.Raised)
            .SelectMany(r => Number().Matches(r.Text)).Select(m => (m.Value, Index: i))).ToList();
        var wanted = marks.Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
        {
            return blocks;
        }

        var firstMark = marks.Min(m => m.Index);
        var notes = Enumerable.Range(firstMark + 1, blocks.Count - firstMark - 1)
            .Select(i => (Index: i, Note: ReadNote(blocks[i])))
            .Where(n => n.Note is not null && wanted.Contains(n.Note.Declared.Marker!))
            .GroupBy(n => n.Note!.Declared.Marker, StringComparer.Ordinal)
            // A numbered list in the text may have the same numbers; the notes come last.
            .Select(g => g.Last()).ToDictionary(n => n.Index, n => n.Note!);
        if (notes.Count * 10 < wanted.Count * 6)
        {
            return blocks;
        }

        var first = notes.Keys.Min();
        return [.. blocks.Select((b, i) => notes.GetValueOrDefault(i, b)).Where((b, i) => i != first - 1 || !IsNotesHeading(b))];
    }

    private static DeclaredBlock? ReadNote(DeclaredBlock block)
    {
        if (block.Declared.Kind is not (DeclaredKind.Paragraph or DeclaredKind.ListItem))
        {
            return null;
        }

        if (block.Declared.Marker is { } marker && !ListMarker.IsBullet(marker))
        {
            return block with { Declared = block.Declared with { Kind = DeclaredKind.Footnote, Marker = marker.Trim('.', ')', '(', '[', ']') } };
        }

        var text = block.Lines[0].Text;
        var match = NoteOpening().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var runs = DropLeading(block.Lines[0].Runs, match.Length);
        return runs.Count == 0 ? null : block with
        {
            Declared = block.Declared with { Kind = DeclaredKind.Footnote, Marker = match.Groups["n"].Value },
            Lines = [block.Lines[0] with { Text = text[match.Length..], Runs = runs }, .. block.Lines.Skip(1)],
        };
    }

    private static List<TextRun> DropLeading(IReadOnlyList<TextRun> runs, int characters)
    {
        var rest = new List<TextRun>();
        foreach (var run in runs)
        {
            var dropped = Math.Min(characters, run.Text.Length);
            characters -= dropped;
            if (dropped < run.Text.Length)
            {
                rest.Add(run with { Text = run.Text[dropped..] });
            }
        }

        return rest;
    }

    private static bool IsNotesHeading(DeclaredBlock block) =>
        block.Declared.Kind == DeclaredKind.Heading && NotesHeading().IsMatch(HeadingKind.Fold(block.Lines[0].Text));

    [GeneratedRegex(@"\d{1,3}|[*†‡]+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(?:\[(?<n>\d{1,3})\]|(?<n>\d{1,3})[.)]?|(?<n>[*†‡]+))\s*(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex NoteOpening();

    [GeneratedRegex(@"^(?:foot|end)?notes?(?: de (?:bas de page|fin))?:?$|^notas(?: (?:al pie|a pie de pagina|finales))?:?$|^(?:fuss|end)noten:?$|^anmerkungen:?$", RegexOptions.CultureInvariant)]
    private static partial Regex NotesHeading();
}
