using KnowledgeBase.Structuring.Assembly;

namespace KnowledgeBase.Structuring.Dump;

/// <summary>A heading of a dump with what its place shows.</summary>
/// <param name="Text">As printed, with its number.</param>
/// <param name="AtPageStart">True when print broke before it.</param>
/// <param name="BeforeHeading">True when the next piece is a heading as well.</param>
internal sealed record DumpHeading(string Text, bool AtPageStart, bool BeforeHeading);

/// <summary>
/// Levels of headings known by wording alone: the number's depth; chapter words (introduction, conclusion, annex) at the top; instances
/// ("Challenge 2: …") and headings without number below numbered chapters; capitals above mixed case.
/// </summary>
internal static class HeadingLevels
{
    public static IReadOnlyList<int> Of(IReadOnlyList<DumpHeading> headings)
    {
        var numbers = headings.Select(h => HeadingNumber.Split(h.Text).Number).ToList();
        var chapters = numbers.Count(n => HeadingNumber.Depth(n) == 1 || IsRoman(n)) >= 2;
        var capitals = headings.Count(h => IsCapitals(h.Text));
        var byCapitals = capitals >= 2 && capitals * 3 < headings.Count * 2 && capitals < headings.Count;
        var instances = headings.Select(h => HeadingKind.OfInstance(HeadingNumber.Split(h.Text).Title).Kind is not null).ToList();
        var levels = new List<int>();
        var seenChapter = false;
        for (var i = 0; i < headings.Count; i++)
        {
            var heading = headings[i];
            var depth = HeadingNumber.Depth(numbers[i]);
            seenChapter |= depth == 1;
            if (depth > 0)
            {
                levels.Add(depth);
            }
            else if (IsRoman(numbers[i]) || i == 0 || HeadingKind.IsFrame(HeadingNumber.Split(heading.Text).Title.TrimEnd(':')))
            {
                levels.Add(1);
            }
            else if (instances[i])
            {
                levels.Add(InstanceLevel(headings, instances, numbers, levels, i));
            }
            else if (heading.BeforeHeading && heading.AtPageStart)
            {
                levels.Add(1);
            }
            else if (byCapitals)
            {
                levels.Add(IsCapitals(heading.Text) ? 1 : 2);
            }
            else if (chapters)
            {
                levels.Add(2);
            }
            else
            {
                levels.Add(LevelWithoutNumbers(headings, instances, levels, i));
            }
        }

        return levels;
    }

    /// <summary>An instance stands one below the chapter that collects its kind, else below the last chapter.</summary>
    private static int InstanceLevel(IReadOnlyList<DumpHeading> headings, List<bool> instances, List<string?> numbers, List<int> levels, int index)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            if (!instances[i])
            {
                var collects = HeadingKind.OfChapter(HeadingNumber.Split(headings[i].Text).Title) is not null || HeadingNumber.Depth(numbers[i]) > 0;
                return collects || i == index - 1 ? levels[i] + 1 : 2;
            }
        }

        return 1;
    }

    /// <summary>Without numbers: a chapter that collects instances is at the top, others beside the heading before them.</summary>
    private static int LevelWithoutNumbers(IReadOnlyList<DumpHeading> headings, List<bool> instances, List<int> levels, int index)
    {
        var title = headings[index].Text;
        if (HeadingKind.OfChapter(title) is not null || (index + 1 < headings.Count && instances[index + 1]) || headings[index].AtPageStart)
        {
            return 1;
        }

        // After "Good practices" and the like come their instances, named by place or title.
        return levels.Count > 0 && index > 0 && (HeadingKind.OfChapter(headings[index - 1].Text) is not null || levels[index - 1] > 1) && !instances[index - 1] ? 2
            : headings[index].BeforeHeading ? 1 : levels.Count > 1 ? levels[index - 1] is 1 ? 1 : 2 : 1;
    }

    private static bool IsRoman(string? number) => number is { Length: > 0 } && number.All(c => c is 'I' or 'V' or 'X' or 'L' or 'C');

    private static bool IsCapitals(string text) => text.Count(char.IsUpper) > 3 && !text.Any(char.IsLower);
}
