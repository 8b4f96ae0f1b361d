using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// Levels of headings from, in this order: the file's outline, the printed contents page, numbering, and the type they are set in.
/// Headings of one type share a level; how types nest is read from how they follow each other.
/// </summary>
internal sealed partial class HeadingLevels
{
    /// <summary>Share of the outline that must be found among the headings before it is trusted.</summary>
    private const double TrustedOutline = 0.5;

    /// <summary>Gives each heading its level; other blocks stay.</summary>
    /// <param name="pieces">Blocks in reading order.</param>
    /// <param name="outline">The file's own outline.</param>
    /// <param name="labels">Printed page label by page, element 0 for page 1.</param>
    public static IReadOnlyList<Piece> Assign(IReadOnlyList<Piece> pieces, IReadOnlyList<OutlineEntry> outline, IReadOnlyList<string?> labels)
    {
        var headings = pieces.Select((piece, index) => (piece, index)).Where(item => item.piece.Kind == BlockKind.Heading).ToList();
        if (headings.Count == 0)
        {
            return pieces;
        }

        var contents = headings.Where(item => ContentsPages.IsContentsHeading(item.piece.Text)).ToList();
        if (contents.Count > 0 && contents.Count < headings.Count)
        {
            // The contents page is a chapter of its own; its type says nothing of the others.
            headings = headings.Except(contents).ToList();
        }

        var keys = headings.Select(item => HeadingStyle.Of(item.piece)).ToList();
        var texts = headings.Select(item => item.piece).ToList();
        var declared = FromOutline(texts, outline);
        var sure = 0.95;
        if (declared is null)
        {
            // A contents page of one depth says nothing of levels: it may name chapters only, or chapters and sections alike.
            declared = FromContents(texts, PrintedContents.Read(pieces, labels));
            declared = declared?.Where(level => level is not null).Distinct().Count() > 1 ? declared : null;
            sure = 0.9;
        }

        var byStyle = FromStyles(keys);
        var levels = keys.Select(key => byStyle[key]).ToArray();
        if (declared is null)
        {
            HeadingSeries.Mend(texts, levels);
        }

        var shift = declared is null ? null : StyleLevels(keys, declared);
        var result = pieces.ToList();
        for (var i = 0; i < headings.Count; i++)
        {
            var (level, confidence) = declared?[i] is { } known ? (known, sure)
                : shift is not null && LikelyLevel(shift, keys[i]) is { } likely ? (likely, 0.8)
                : declared is not null ? (Inside(declared, i, byStyle[keys[i]], keys, byStyle), 0.5)
                : (levels[i], 0.6);
            result[headings[i].index] = headings[i].piece with { Level = Math.Max(1, level), LevelConfidence = confidence };
        }

        var top = headings.Min(item => result[item.index].Level);
        foreach (var (piece, index) in contents.Where(item => result[item.index].Level == 0))
        {
            result[index] = piece with { Level = Math.Max(1, top), LevelConfidence = 0.9 };
        }

        return result;
    }

    /// <summary>Levels by heading from the outline, or null when the outline does not fit the text.</summary>
    private static int?[]? FromOutline(List<Piece> headings, IReadOnlyList<OutlineEntry> outline)
    {
        if (outline.Count < 3)
        {
            return null;
        }

        var levels = new int?[headings.Count];
        var position = 0;
        var found = 0;
        var words = headings.Select(piece => PassageId.Normalise(Unnumbered(piece.Text))).ToList();
        foreach (var entry in outline)
        {
            var wanted = PassageId.Normalise(Unnumbered(entry.Title));
            for (var i = position; i < headings.Count; i++)
            {
                if (levels[i] is null && (entry.Page is null || Math.Abs(entry.Page.Value - headings[i].Page) <= 1) && Same(wanted, words[i]))
                {
                    levels[i] = entry.Level;
                    position = i + 1;
                    found++;
                    break;
                }
            }
        }

        var depth = outline.Select(entry => entry.Level).Distinct().Count();
        if (found < TrustedOutline * outline.Count || found < 2 || (depth == 1 && found < 0.6 * headings.Count))
        {
            return null;
        }

        // An outline whose only top entry is the title counts one level deeper than the headings do.
        var lowest = levels.Where(level => level is not null).Min()!.Value;
        return levels.Select(level => level - lowest + 1).ToArray();
    }

    /// <summary>The page numbers of a contents page help to tell headings of the same words, but those of a reprint may be another edition's.</summary>
    private static int?[]? FromContents(List<Piece> headings, IReadOnlyList<OutlineEntry> contents)
    {
        var byPage = FromOutline(headings, contents);
        var byWords = FromOutline(headings, contents.Select(entry => entry with { Page = null }).ToList());
        return Found(byWords) > Found(byPage) + (contents.Count / 4) ? byWords : byPage;

        static int Found(int?[]? levels) => levels?.Count(level => level is not null) ?? 0;
    }

    private static bool Same(string wanted, string words) =>
        wanted.Length > 0 && (wanted == words
            || (wanted.Length > 12 && words.StartsWith(wanted, StringComparison.Ordinal))
            || (words.Length > 12 && wanted.StartsWith(words, StringComparison.Ordinal)));

    private static string Unnumbered(string text) => Numbering().Replace(text.Trim(), "");

    /// <summary>The usual outline level of each style that the outline knows.</summary>
    private static Dictionary<HeadingStyle, int> StyleLevels(List<HeadingStyle> keys, int?[] declared) => keys
        .Zip(declared).Where(item => item.Second is not null)
        .GroupBy(item => item.First)
        .ToDictionary(group => group.Key, group => group.GroupBy(item => item.Second!.Value).MaxBy(same => same.Count())!.Key);

    /// <summary>The level of a style, or of the same type with another numbering: "About us" after numbered chapters is a chapter.</summary>
    private static int? LikelyLevel(Dictionary<HeadingStyle, int> levels, HeadingStyle style)
    {
        if (levels.TryGetValue(style, out var level))
        {
            return level;
        }

        var same = levels.Where(item => item.Key.Numbering is not (HeadingNumbering.Decimal2 or HeadingNumbering.Decimal3))
            .Where(item => item.Key with { Numbering = HeadingNumbering.None } == style with { Numbering = HeadingNumbering.None })
            .Select(item => item.Value).Distinct().ToList();
        return same.Count == 1 ? same[0] : null;
    }

    /// <summary>A heading the outline leaves out lies below the last one it names, unless its type stands higher.</summary>
    private static int Inside(int?[] declared, int index, int own, List<HeadingStyle> keys, Dictionary<HeadingStyle, int> byStyle)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            if (declared[i] is { } level)
            {
                return level + Math.Clamp(own - byStyle[keys[i]], 0, 1) + (own == byStyle[keys[i]] && !keys[i].Equals(keys[index]) ? 1 : 0);
            }
        }

        // Before the outline's first entry stand the parts of the front matter.
        var highest = keys.Take(Array.FindIndex(declared, level => level is not null)).Min(key => byStyle[key]);
        return own > highest ? 2 : 1;
    }

    /// <summary>
    /// Levels by style. Styles are ranked by prominence; each heading lies under the nearest earlier one of higher rank, and a
    /// style's level is the depth its headings have most often.
    /// </summary>
    private static Dictionary<HeadingStyle, int> FromStyles(List<HeadingStyle> keys)
    {
        var ranks = keys.Distinct().Order(HeadingStyle.ByProminence(keys)).ToList();
        var rankOf = new Dictionary<HeadingStyle, int>();
        var rank = 0;
        for (var i = 0; i < ranks.Count; i++)
        {
            rank += i > 0 && HeadingStyle.ByProminence(keys).Compare(ranks[i - 1], ranks[i]) != 0 ? 1 : 0;
            rankOf[ranks[i]] = rank;
        }

        var stack = new Stack<int>();
        var depths = new Dictionary<HeadingStyle, List<int>>();
        foreach (var key in keys)
        {
            while (stack.Count > 0 && stack.Peek() >= rankOf[key])
            {
                stack.Pop();
            }

            stack.Push(rankOf[key]);
            if (!depths.TryGetValue(key, out var list))
            {
                depths[key] = list = [];
            }

            list.Add(stack.Count);
        }

        return depths.ToDictionary(item => item.Key, item => item.Value.GroupBy(depth => depth).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key);
    }

    [GeneratedRegex(@"^(?:(?:chapter|section|part|annex|chapitre|capítulo)\s+)?(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Za-z])[.):]?\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Numbering();
}
