using KnowledgeBase.Documents;
using KnowledgeBase.Structuring.Text;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Reads pages of lines with boxes and type (PDF) as blocks in reading order.</summary>
public sealed class LayoutReader
{
    /// <summary>Reads a document.</summary>
    /// <param name="document">Pages of lines with boxes.</param>
    /// <returns>Blocks in reading order, page labels, and the lines set aside.</returns>
    public BlockDocument Read(ExtractedDocument document)
    {
        var lines = document.Pages.Select((page, index) => DropCaps.Restore(LinesOf(page, index))).ToList();
        var furniture = PageFurniture.Find(document.Pages, lines);
        var aside = new List<SetAsideLine>();
        var text = lines.Select(page => page.Where(line => !SetAside(furniture, line, aside)).ToList()).ToList();
        text.ForEach(WordBullets.Clear);
        var type = new Typography(text);
        var spreads = Spread.Find(document.Pages, lines, text, furniture.Labels);
        var pieces = ReadPieces(document.Pages, text, spreads, type, aside);
        pieces = new PieceClassifier(type).Classify(pieces);
        pieces = NamedHeadings.Promote(ContentsPages.Mark(pieces), document.Outline, furniture.Labels);
        pieces = CoverPages.Mark(TitleBlock.Find(pieces, type, document.Pages.Count), document.Pages.Count);
        pieces = TableJoiner.Join(new PieceJoiner(type).Join(pieces));
        pieces = PullQuotes.SetAside(pieces, type, aside);
        pieces = NumberedParagraphs.Mark(pieces);
        pieces = HeadingLevels.Assign(pieces, document.Outline, furniture.Labels);
        var joiner = new LineJoiner(text.SelectMany(page => page).Select(line => line.Text));
        return new(ShownPlaces.Of(ToBlocks(pieces, new TextAssembler(joiner)), document.Pages), aside, furniture.Labels, []);
    }

    private static List<LayoutLine> LinesOf(Page page, int index) =>
        page.Lines.Select((line, order) => new LayoutLine(page.Number, line, (index * 100_000) + order)).Where(line => line.Text.Length > 0).ToList();

    private static bool SetAside(PageFurniture furniture, LayoutLine line, List<SetAsideLine> aside)
    {
        if (furniture.ReasonFor(line) is not { } reason)
        {
            return false;
        }

        aside.Add(new(line.Text, line.Page, reason));
        return true;
    }

    private static IReadOnlyList<Piece> ReadPieces(
        IReadOnlyList<Page> pages, List<List<LayoutLine>> text, Spread spreads, Typography type, List<SetAsideLine> aside)
    {
        var segmenter = new PageSegmenter(type.BodySize);
        var notes = new NoteCollector(type);
        var signs = new ParagraphSigns();
        var parts = new List<(Region Region, IReadOnlyList<LayoutLine> Body, IReadOnlyList<(string? Mark, IReadOnlyList<LayoutLine> Lines)> Notes)>();
        for (var i = 0; i < pages.Count; i++)
        {
            var kept = Marginal.Remove(text[i], aside);
            notes.StartPage(kept);
            foreach (var region in spreads.Parts(i, kept).SelectMany(segmenter.Segment))
            {
                var (body, found) = region.IsTable ? (region.Lines, []) : notes.Collect(region, pages[i].Height);
                if (body.Count > 0 && !region.IsTable)
                {
                    signs.Count(body, type);
                }

                parts.Add((region, body, found));
            }
        }

        // How paragraphs begin, the whole document says.
        var builder = new PieceBuilder(type, signs);
        var pieces = new List<Piece>();
        for (var i = 0; i < parts.Count; i++)
        {
            var (region, body, found) = parts[i];
            if (body.Count > 0)
            {
                var edges = Region.Of(body);
                pieces.AddRange(builder.Build(region with { Left = edges.Left, Right = edges.Right }, body, i));
            }

            pieces.AddRange(found.Select(note => new Piece(note.Lines, region, i) { Kind = BlockKind.Footnote, Marker = note.Mark ?? "" }));
        }

        return pieces;
    }

    private static List<Block> ToBlocks(IReadOnlyList<Piece> pieces, TextAssembler assembler)
    {
        var blocks = new List<Block>(pieces.Count);
        foreach (var piece in pieces)
        {
            var marker = piece.Marker;
            var skip = piece.Kind switch
            {
                BlockKind.Footnote when piece.Marker is { Length: > 0 } => NoteCollector.OpeningLength(piece.First),
                BlockKind.ListItem or BlockKind.Paragraph when marker is not null => piece.First.Marker?.Length ?? 0,
                _ => 0,
            };
            var text = assembler.Assemble(piece.Lines, skip);
            if (text.Text.Length == 0)
            {
                continue;
            }

            blocks.Add(new(piece.Kind, text.Text)
            {
                Marker = marker is { Length: > 0 } ? marker : null,
                Attribution = piece.Attribution,
                Level = piece.Level,
                LeavesBox = piece.LeavesBox,
                LevelConfidence = piece.LevelConfidence,
                Refs = piece.Kind == BlockKind.Footnote ? [] : text.Refs,
                Printed = text.Printed,
                OcrConfidence = text.OcrConfidence,
            });
        }

        return blocks;
    }
}
