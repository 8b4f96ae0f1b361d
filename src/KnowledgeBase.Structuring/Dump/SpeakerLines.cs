using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Dump;

/// <summary>Lines that say who speaks in the quote before: a dash and a name, or the same short words after several quotes.</summary>
internal static partial class SpeakerLines
{
    private const int MostWords = 14;

    /// <summary>Indexes of the lines.</summary>
    public static IReadOnlySet<int> Of(IReadOnlyList<DumpLine> lines)
    {
        var candidates = Enumerable.Range(1, Math.Max(0, lines.Count - 1)).Where(i => LooksLikeSpeaker(lines, i)).ToList();
        var repeated = candidates.GroupBy(i => lines[i].Text, StringComparer.Ordinal).Where(g => g.Count() > 1).SelectMany(g => g);
        return candidates.Where(i => Dashed().IsMatch(lines[i].Text) && QuoteEnd().IsMatch(lines[i - 1].Text)).Concat(repeated).ToHashSet();
    }

    private static bool LooksLikeSpeaker(IReadOnlyList<DumpLine> lines, int index)
    {
        var text = lines[index].Text;
        var dashed = Dashed().IsMatch(text);
        return LineShape.Words(text) is > 1 and <= MostWords && (dashed || LineShape.StartsUpper(text)) && !char.IsDigit(text[0])
            && (dashed || !LineShape.EndsSentence(text)) && !text.EndsWith(':') && !text.EndsWith(',') && !text.EndsWith(';')
            && LineShape.EndsSentence(lines[index - 1].Text)
            && (index + 1 == lines.Count || !LineShape.StartsLower(lines[index + 1].Text));
    }

    [GeneratedRegex(@"^[–—―-]{1,2}\s*\p{Lu}", RegexOptions.CultureInvariant)]
    private static partial Regex Dashed();

    [GeneratedRegex(@"[.!?…]?[”’""»]\s*$|[.!?…]$", RegexOptions.CultureInvariant)]
    private static partial Regex QuoteEnd();
}
