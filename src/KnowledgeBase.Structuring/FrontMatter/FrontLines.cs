using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.FrontMatter;

/// <summary>The lines of a document that may speak of the document itself.</summary>
/// <param name="TitleBlock">Title, subtitle, author and date lines and other short lines before the text, in order.</param>
/// <param name="Running">Running heads and feet.</param>
/// <param name="Imprint">Boilerplate, and short lines at the end.</param>
/// <param name="Opening">The first paragraphs.</param>
internal sealed partial record FrontLines(
    IReadOnlyList<string> TitleBlock, IReadOnlyList<string> Running, IReadOnlyList<string> Imprint, IReadOnlyList<string> Opening)
{
    private const int LongestLine = 220;
    private const int MostTitleBlockLines = 25;
    private const int OpeningPassages = 12;
    private const int ClosingPassages = 8;

    /// <summary>Title block, running lines and imprint.</summary>
    public IEnumerable<string> Short => TitleBlock.Concat(Running).Concat(Imprint);

    public static FrontLines Of(FrontMatterEvidence evidence)
    {
        var titleBlock = new List<string>();
        foreach (var block in evidence.Blocks)
        {
            if (block.Kind is BlockKind.Paragraph && block.Text.Length > LongestLine || titleBlock.Count >= MostTitleBlockLines)
            {
                break;
            }

            if (block.Kind is not (BlockKind.Heading or BlockKind.Footnote or BlockKind.Table or BlockKind.Quote))
            {
                titleBlock.AddRange(Statements(block));
            }
        }

        titleBlock.AddRange(evidence.Blocks.Where(b => b.Kind is BlockKind.Title or BlockKind.Subtitle or BlockKind.Author or BlockKind.Date)
            .Select(b => b.Text).Where(t => !titleBlock.Contains(t)));
        titleBlock.AddRange(evidence.SetAside.Where(l => l.Reason == SetAsideReason.FrontMatter).Select(l => l.Text).Where(t => !titleBlock.Contains(t)));
        var running = evidence.SetAside.Where(l => l.Reason is SetAsideReason.RunningHead or SetAsideReason.RunningFoot).Select(l => l.Text)
            .Concat((evidence.Declared("header") ?? "").Split('\n')).Concat((evidence.Declared("footer") ?? "").Split('\n'))
            .Where(t => t.Trim().Length > 2).Distinct(StringComparer.Ordinal).ToList();
        var imprint = evidence.Passages.Where(p => p.Role == PassageRole.Boilerplate)
            .Concat(evidence.Passages.TakeLast(ClosingPassages).Where(p => p.Role is PassageRole.Paragraph or PassageRole.ListItem))
            .SelectMany(p => p.Text.Split('\n')).Where(t => t.Length <= LongestLine * 3).ToList();
        var opening = evidence.Passages.Where(p => p.Role is PassageRole.Paragraph or PassageRole.Boilerplate).Take(OpeningPassages).Select(p => p.Text).ToList();
        return new(titleBlock, running, imprint, opening);
    }

    /// <summary>A line under the title may name series, authors and meeting one after the other, a full stop between them.</summary>
    private static IEnumerable<string> Statements(Block block) =>
        block.Kind == BlockKind.Title ? [block.Text] : block.Text.Split('\n').SelectMany(l => StatementEnd().Split(l)).Where(l => l.Trim().Length > 0);

    [GeneratedRegex(@"(?<=\p{Ll}{2}|\d)\.\s+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex StatementEnd();
}
