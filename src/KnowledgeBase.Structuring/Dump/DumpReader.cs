using KnowledgeBase.Documents;
using KnowledgeBase.Structuring.Assembly;
using KnowledgeBase.Structuring.Text;

namespace KnowledgeBase.Structuring.Dump;

/// <summary>
/// Blocks from bare text: dumps of PDF pages (columns one after the other, words cut at line ends, footnotes and link lists in mid-text)
/// and plain text. What a line is shows in its length, its wording and the gaps around it.
/// </summary>
public sealed class DumpReader
{
    /// <summary>Levels of headings told by wording alone are guesses.</summary>
    private const double NumberedLevelConfidence = 0.9;
    private const double GuessedLevelConfidence = 0.5;

    /// <summary>Reads the blocks.</summary>
    /// <param name="document">Lines without fonts and boxes; blank lines as empty lines.</param>
    public BlockDocument Read(ExtractedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var (lines, setAside) = DumpPages.Read(document);
        var measure = TextMeasure.Of(lines);
        lines = measure.MendBrokenMarks(lines);
        var notes = NoteFinder.Find(lines, measure);
        var pieces = PieceReader.Read(lines, notes, measure);
        pieces = new DumpQuotes(measure).Declare(pieces);
        pieces = new FlowJoiner(measure).Join(pieces);

        var joiner = new LineJoiner(lines.Select(l => l.Text));
        var addresses = new AddressMender(setAside.Where(l => l.Reason == SetAsideReason.LinkDump).Select(l => l.Text));
        var texts = pieces.Select(p => addresses.Mend(joiner.Join(p.Lines.Select((l, i) => i == 0 ? p.FirstText : l.Text)))).ToList();
        var marked = MarkFinder.TakeOut([.. texts.Select((t, i) => pieces[i].Kind == PieceKind.Note ? null : t)], [.. notes.Select(n => n.Number)]);
        var blocks = pieces.Select((p, i) => ToBlock(p, p.Kind == PieceKind.Note ? new MarkedText(texts[i], []) : marked[i])).ToList();
        return new(NumberedParagraphs.Declare(DumpTitle.Declare(WithLevels(blocks, pieces))), setAside, [], []);
    }

    private static Block ToBlock(Piece piece, MarkedText text) => new(
        piece.Kind switch
        {
            PieceKind.Heading => BlockKind.Heading,
            PieceKind.ListItem => BlockKind.ListItem,
            PieceKind.Quote => BlockKind.Quote,
            PieceKind.Note => BlockKind.Footnote,
            _ => BlockKind.Paragraph,
        },
        text.Text)
    {
        Marker = piece.Marker,
        Attribution = piece.Attribution,
        Refs = text.Refs,
    };

    private static List<Block> WithLevels(List<Block> blocks, IReadOnlyList<Piece> pieces)
    {
        var headings = Enumerable.Range(0, blocks.Count).Where(i => blocks[i].Kind == BlockKind.Heading).ToList();
        var levels = HeadingLevels.Of([.. headings.Select(i => new DumpHeading(
            blocks[i].Text, pieces[i].Lines[0].SoftStart || pieces[i].Lines[0].PageStart,
            i + 1 < pieces.Count && pieces[i + 1].Kind == PieceKind.Heading))]);
        for (var h = 0; h < headings.Count; h++)
        {
            var numbered = HeadingNumber.Split(blocks[headings[h]].Text).Number is not null;
            blocks[headings[h]] = blocks[headings[h]] with
            {
                Level = levels[h],
                LevelConfidence = numbered ? NumberedLevelConfidence : GuessedLevelConfidence,
            };
        }

        return blocks;
    }
}
