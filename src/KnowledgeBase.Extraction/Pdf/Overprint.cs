using System.Text;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Pdf;

/// <summary>
/// Undoes bold type made by printing each letter twice on nearly the same spot, which a library reads as "FFoouurrtthh": no language has four
/// letters in a row each twice.
/// </summary>
internal static class Overprint
{
    /// <summary>So many letters in a row that each stand twice are overprinted.</summary>
    private const int LeastPairs = 4;

    /// <summary>As many different ones must be among them: rows of one letter are none.</summary>
    private const int LeastChanges = 3;

    /// <summary>Letters printed four times take two rounds.</summary>
    private const int Rounds = 2;

    /// <summary>Undoes it.</summary>
    /// <param name="runs">Of a page, in file order.</param>
    public static IReadOnlyList<TextRun> Undo(IReadOnlyList<TextRun> runs)
    {
        List<TextRun>? result = null;
        var end = 0;
        for (var start = 0; start < runs.Count; start = end)
        {
            end = start + 1;
            while (end < runs.Count && Overlap(runs[end - 1], runs[end]))
            {
                end++;
            }

            var text = TextOf(runs, start, end);
            var isDoubled = FindDoubled(text, 0, out _, out _);
            if (isDoubled && result is null)
            {
                result = new(runs.Count);
                for (var i = 0; i < start; i++)
                {
                    result.Add(runs[i]);
                }
            }

            if (isDoubled)
            {
                result!.AddRange(Single(runs, start, end, text));
            }
            else
            {
                for (var i = start; result is not null && i < end; i++)
                {
                    result.Add(runs[i]);
                }
            }
        }

        return result ?? runs;
    }

    /// <summary>Where letters are printed twice, a library often begins a new run within the last one.</summary>
    private static bool Overlap(TextRun left, TextRun right)
    {
        var limit = 0.1 * left.Font.SizePoints;
        return right.Box.Left < left.Box.Right - limit && right.Box.Left > left.Box.Left - limit && Math.Abs(left.Box.Top - right.Box.Top) < 2 * limit
            && left.Font == right.Font;
    }

    private static string TextOf(IReadOnlyList<TextRun> runs, int start, int end)
    {
        if (end == start + 1)
        {
            return runs[start].Text;
        }

        var text = new StringBuilder();
        for (var i = start; i < end; i++)
        {
            text.Append(runs[i].Text);
        }

        return text.ToString();
    }

    /// <summary>The first stretch of characters that each stand twice.</summary>
    private static bool FindDoubled(string text, int from, out int start, out int end)
    {
        for (start = from; start + 1 < text.Length; start++)
        {
            if (text[start] != text[start + 1] || text[start] is '.' or ' ' or '_' or '-' or '…')
            {
                continue;
            }

            int pairs = 0, changes = 0;
            var last = '\0';
            for (end = start; end + 1 < text.Length && text[end] == text[end + 1]; end += 2)
            {
                if (char.IsLetter(text[end]))
                {
                    pairs++;
                    changes += text[end] == last ? 0 : 1;
                    last = text[end];
                }
            }

            if (pairs >= LeastPairs && changes >= LeastChanges)
            {
                return true;
            }
        }

        end = start;
        return false;
    }

    /// <summary>The runs as one, or as its overprinted part, which is bold, and the rest.</summary>
    private static List<TextRun> Single(IReadOnlyList<TextRun> runs, int start, int end, string text)
    {
        var parts = new List<(string Text, bool Doubled)>();
        var done = 0;
        while (FindDoubled(text, done, out var first, out var last))
        {
            Add(parts, text[done..first], false);
            Add(parts, Half(text[first..last]), true);
            done = last;
        }

        Add(parts, text[done..], false);
        var box = runs[start].Box;
        for (var i = start + 1; i < end; i++)
        {
            box = box.Union(runs[i].Box);
        }

        var length = 0;
        foreach (var part in parts)
        {
            length += part.Text.Length;
        }

        var result = new List<TextRun>(parts.Count);
        var left = box.Left;
        foreach (var (words, doubled) in parts)
        {
            var right = left + (box.Width * words.Length / length);
            result.Add(runs[start] with { Text = words, Box = new(left, box.Top, right, box.Bottom), Font = doubled ? runs[start].Font with { Bold = true } : runs[start].Font });
            left = right;
        }

        return result;
    }

    private static void Add(List<(string Text, bool Doubled)> parts, string text, bool doubled)
    {
        if (text.Length > 0)
        {
            parts.Add((text, doubled));
        }
    }

    private static string Half(string text)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var half = new StringBuilder(text.Length / 2);
            for (var i = 0; i < text.Length; i += 2)
            {
                half.Append(text[i]);
            }

            text = half.ToString();
            if (!FindDoubled(text, 0, out var start, out var end) || start > 0 || end < text.Length)
            {
                break;
            }
        }

        return text;
    }
}
