using KnowledgeBase.Documents;
using KnowledgeBase.Structuring.Assembly;
using KnowledgeBase.Structuring.Text;

namespace KnowledgeBase.Structuring.Declared;

/// <summary>Blocks from lines whose format declares what they are (DOCX, HTML, Markdown), helped out where authors only made it look so.</summary>
public sealed class DeclaredReader
{
    /// <summary>Reads the blocks.</summary>
    /// <param name="document">Lines with <see cref="Line.Declared"/>; lines without are running text.</param>
    public BlockDocument Read(ExtractedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var declared = TypedNotes.Declare(DeclaredBlock.Of(document));
        declared = ShapedHeadings.Declare(declared);
        var marks = new MarkReader(declared.Where(b => b.Declared.Kind == DeclaredKind.Footnote)
            .Select(b => b.Declared.Marker ?? "").Where(m => m.Length > 0).ToHashSet(StringComparer.Ordinal));
        // In HTML and Markdown one quote is one element; in Word its paragraphs only share a style.
        var quotes = new QuoteBlocks(document.Source.Format != SourceFormat.Docx);
        var blocks = quotes.Join([.. declared.SelectMany(ByQuotedLine).Select(b => ToBlock(b, marks.Read(b)))]);
        return new(NumberedParagraphs.Declare(TitleHeading.Declare(blocks)), [], [], []);
    }

    /// <summary>The lines of a quote are told apart, since the last may say who is quoted.</summary>
    private static IEnumerable<DeclaredBlock> ByQuotedLine(DeclaredBlock block) =>
        block.Declared.Kind is DeclaredKind.Quote ? block.Lines.Select(l => block with { Lines = [l] }) : [block];

    private static QuoteBlocks.Piece ToBlock(DeclaredBlock declared, MarkedText text)
    {
        var marker = declared.Declared.Marker;
        var kind = KindOf(declared.Declared);
        if (kind is BlockKind.Paragraph or BlockKind.ListItem && marker is null)
        {
            // Lists typed by hand.
            var (typed, rest) = ListMarker.Split(text.Text);
            if (typed is not null)
            {
                (kind, marker, text) = (BlockKind.ListItem, typed, text.Without(text.Text.Length - rest.Length));
            }
        }

        var block = new Block(kind, text.Text)
        {
            Level = kind == BlockKind.Heading ? Math.Max(1, declared.Declared.Level) : 0,
            LevelConfidence = kind == BlockKind.Heading ? ShapedHeadings.ConfidenceOf(declared) : 1,
            Number = kind == BlockKind.Heading ? NullIfEmpty(marker?.Trim('.', ')', '(', ' ', ':')) : null,
            Marker = kind is BlockKind.ListItem or BlockKind.Footnote or BlockKind.Paragraph ? marker : null,
            Label = kind is BlockKind.Paragraph or BlockKind.ListItem ? RunInLabel(declared, text.Text) : null,
            Refs = text.Refs,
        };
        return new(block, declared.Declared.Block, declared.Declared.Kind == DeclaredKind.Attribution);
    }

    private static BlockKind KindOf(Documents.Declared declared) => declared.Kind switch
    {
        DeclaredKind.Heading => BlockKind.Heading,
        DeclaredKind.Title => BlockKind.Title,
        DeclaredKind.Subtitle => BlockKind.Subtitle,
        DeclaredKind.Author => BlockKind.Author,
        DeclaredKind.Date => BlockKind.Date,
        // An item without a label goes on with the item before it, as a paragraph of its own.
        DeclaredKind.ListItem => declared.Marker is null ? BlockKind.Paragraph : BlockKind.ListItem,
        DeclaredKind.Quote or DeclaredKind.Attribution => BlockKind.Quote,
        DeclaredKind.Footnote => BlockKind.Footnote,
        DeclaredKind.TableRow => BlockKind.Table,
        DeclaredKind.Caption => BlockKind.Caption,
        DeclaredKind.Boilerplate => BlockKind.Boilerplate,
        DeclaredKind.Reference => BlockKind.Reference,
        _ => BlockKind.Paragraph,
    };

    /// <summary>Bold or italic words that open a paragraph and end in a colon, full stop or dash.</summary>
    private static string? RunInLabel(DeclaredBlock block, string text)
    {
        var opening = string.Concat(block.Lines[0].Runs.TakeWhile(r => r.Font.Bold || string.IsNullOrWhiteSpace(r.Text)).Select(r => r.Text)).Trim();
        var label = opening.TrimEnd(':', '.', '–', '—', ' ');
        return label.Length is > 1 and < 120 && opening.Length < text.Length && text.StartsWith(opening, StringComparison.Ordinal) ? label : null;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
