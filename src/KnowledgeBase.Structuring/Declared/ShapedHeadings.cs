using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Declared;

/// <summary>
/// Authors often make headings by hand: a short line of its own, all bold or larger than the text. Such a line before running text is
/// taken for a heading, ranked by its looks below the declared ones.
/// </summary>
internal static partial class ShapedHeadings
{
    private const int LongestWords = 16;
    private const double LargerFactor = 1.15;
    private const double Confidence = 0.5;

    /// <summary>In Block numbers of a shaped heading's declaration: levels from here up are guesses.</summary>
    private const int ShapedBlock = -2;

    public static double ConfidenceOf(DeclaredBlock heading) => heading.Declared.Block == ShapedBlock ? Confidence : 1;

    public static IReadOnlyList<DeclaredBlock> Declare(IReadOnlyList<DeclaredBlock> blocks)
    {
        var bodySize = BodySize(blocks);
        var shaped = Enumerable.Range(0, blocks.Count).Where(i => LooksLikeHeading(blocks, i, bodySize)).ToList();
        var text = blocks.Count(b => b.Declared.Kind is DeclaredKind.Paragraph or DeclaredKind.ListItem);
        // A document in bold throughout, or a form, has no headings of this kind.
        if (shaped.Count == 0 || shaped.Count * 2 > text)
        {
            return blocks;
        }

        var ranks = shaped.Select(i => LookOf(blocks[i])).Distinct().OrderByDescending(l => l).Select((look, rank) => (look, rank))
            .ToDictionary(p => p.look, p => p.rank);
        var result = blocks.ToList();
        var declaredLevel = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Declared.Kind == DeclaredKind.Heading)
            {
                declaredLevel = blocks[i].Declared.Level;
            }
            else if (shaped.Contains(i))
            {
                result[i] = blocks[i] with
                {
                    Declared = new(DeclaredKind.Heading, ShapedBlock, declaredLevel + 1 + ranks[LookOf(blocks[i])], blocks[i].Declared.Marker),
                };
            }
        }

        return result;
    }

    private static bool LooksLikeHeading(IReadOnlyList<DeclaredBlock> blocks, int index, double bodySize)
    {
        var block = blocks[index];
        var numbered = block.Declared is { Kind: DeclaredKind.ListItem, Marker: { } marker } && !Text.ListMarker.IsBullet(marker);
        if ((block.Declared.Kind != DeclaredKind.Paragraph && !numbered) || block.Lines.Count > 2 || !block.Words.Any())
        {
            return false;
        }

        var text = string.Join(' ', block.Lines.Select(l => l.Text.Trim()));
        var larger = bodySize > 0 && block.Words.All(r => r.Font.SizePoints >= bodySize * LargerFactor);
        return (block.AllBold || larger)
            && text.Count(c => c == ' ') < LongestWords && text.Any(char.IsLetter)
            && !NoHeadingEnd().IsMatch(text)
            && FollowedByText(blocks, index);
    }

    private static bool FollowedByText(IReadOnlyList<DeclaredBlock> blocks, int index)
    {
        for (var i = index + 1; i < blocks.Count; i++)
        {
            switch (blocks[i].Declared.Kind)
            {
                case DeclaredKind.Footnote:
                    continue;
                case DeclaredKind.Paragraph or DeclaredKind.ListItem or DeclaredKind.Quote or DeclaredKind.TableRow:
                    return true;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>The size of most words.</summary>
    private static double BodySize(IReadOnlyList<DeclaredBlock> blocks) =>
        blocks.Where(b => b.Declared.Kind is DeclaredKind.Paragraph or DeclaredKind.ListItem).SelectMany(b => b.Words)
            .GroupBy(r => r.Font.SizePoints).OrderByDescending(g => g.Sum(r => r.Text.Length)).FirstOrDefault()?.Key ?? 0;

    /// <summary>Larger before smaller, capitals before mixed case, bold before not.</summary>
    private static (double Size, bool Capitals, bool Bold) LookOf(DeclaredBlock block)
    {
        var letters = string.Concat(block.Words.Select(r => r.Text)).Where(char.IsLetter).ToList();
        return (Math.Round(block.Words.Max(r => r.Font.SizePoints)), letters.TrueForAll(c => !char.IsLower(c)), block.AllBold);
    }

    [GeneratedRegex(@"[.,;]\s*$|^\W*(?:https?:|www\.)|@", RegexOptions.CultureInvariant)]
    private static partial Regex NoHeadingEnd();
}
