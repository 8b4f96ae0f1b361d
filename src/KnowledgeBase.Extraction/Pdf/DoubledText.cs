using System.Text;

namespace KnowledgeBase.Extraction.Pdf;

/// <summary>A piece of a line and the stretches of it whose characters each stand twice because they are printed twice.</summary>
internal sealed class DoubledText
{
    /// <summary>So many letters in a row that each stand twice are overprinted.</summary>
    private const int LeastPairs = 4;

    /// <summary>As many different ones must be among them: rows of one letter are none.</summary>
    private const int LeastChanges = 3;

    /// <summary>Where halving takes off less than this share of the line's length, its length says nothing.</summary>
    private const double LeastTaken = 0.15;

    private readonly string text;
    private readonly List<(int Start, int End)> stretches = [];

    private DoubledText(string text) => this.text = text;

    /// <summary>Whether anything in it is printed twice.</summary>
    public bool HasDoubled => stretches.Count > 0;

    /// <summary>Whether what follows it in the line stands next to a doubled stretch.</summary>
    public bool EndsDoubled { get; private set; }

    /// <summary>Whether what precedes it in the line stands next to a doubled stretch.</summary>
    public bool StartsDoubled { get; private set; }

    /// <summary>True when the text may have a doubled stretch; nearly all have none.</summary>
    public static bool MayBe(string text) => Find(text, 0, out _, out _);

    /// <summary>Finds the stretches that are sure, and what stands next to them in pairs.</summary>
    /// <param name="text">The piece.</param>
    /// <param name="overlaps">Whether its runs are seen to lie over each other.</param>
    /// <param name="length">What it takes of the line, in points.</param>
    /// <param name="size">Of its font, in points.</param>
    public static DoubledText Of(string text, bool overlaps, double length, double size)
    {
        var found = new DoubledText(text);
        var candidates = new List<(int Start, int End)>();
        for (var done = 0; Find(text, done, out var start, out var end); done = end)
        {
            candidates.Add((start, end));
        }

        var isNarrow = candidates.Count > 0 && (overlaps || IsNarrow(text, candidates, length / size));
        found.stretches.AddRange(candidates.Where(stretch => isNarrow || IsWord(text[stretch.Start..stretch.End])));
        found.Spread();
        return found;
    }

    /// <summary>Takes in the first words where they are made of pairs and follow a doubled stretch.</summary>
    public void Follow(bool doubled)
    {
        if (doubled && string.IsNullOrWhiteSpace(text))
        {
            EndsDoubled = true;
        }
        else if (doubled)
        {
            Onward(0);
            Spread();
        }
    }

    /// <summary>Takes in the last words where they are made of pairs and a doubled stretch follows them.</summary>
    public void Precede(bool doubled)
    {
        if (doubled && string.IsNullOrWhiteSpace(text))
        {
            StartsDoubled = true;
        }
        else if (doubled)
        {
            Backward(text.Length);
            Spread();
        }
    }

    /// <summary>The text in parts, each doubled one halved; blanks beside a doubled one belong to it.</summary>
    public IReadOnlyList<(string Text, bool Doubled)> Parts()
    {
        var parts = new List<(string Text, bool Doubled)>();
        var done = 0;
        foreach (var (start, end) in stretches.Order())
        {
            Add(parts, text[done..start], false);
            Add(parts, Half(text[start..end]), true);
            done = end;
        }

        Add(parts, text[done..], false);
        return parts;
    }

    private static void Add(List<(string Text, bool Doubled)> parts, string words, bool doubled)
    {
        var isJoined = parts.Count > 0 && (parts[^1].Doubled == doubled || string.IsNullOrWhiteSpace(words) || string.IsNullOrWhiteSpace(parts[^1].Text));
        if (isJoined)
        {
            parts[^1] = (parts[^1].Text + words, parts[^1].Doubled || doubled);
        }
        else if (words.Length > 0)
        {
            parts.Add((words, doubled));
        }
    }

    /// <summary>Words made of pairs next to a sure stretch are doubled too, however short.</summary>
    private void Spread()
    {
        foreach (var (start, end) in stretches.ToList())
        {
            Onward(end);
            Backward(start);
        }

        EndsDoubled |= stretches.Exists(stretch => string.IsNullOrWhiteSpace(text[stretch.End..]));
        StartsDoubled |= stretches.Exists(stretch => string.IsNullOrWhiteSpace(text[..stretch.Start]));
    }

    private void Onward(int from)
    {
        while (from < text.Length && (from == 0 || char.IsWhiteSpace(text[from]) || char.IsWhiteSpace(text[from - 1])))
        {
            int start = from;
            while (start < text.Length && char.IsWhiteSpace(text[start]))
            {
                start++;
            }

            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            if (!Take(start, end))
            {
                return;
            }

            from = end;
        }
    }

    private void Backward(int from)
    {
        while (from > 0 && (from == text.Length || char.IsWhiteSpace(text[from - 1]) || char.IsWhiteSpace(text[from])))
        {
            int end = from;
            while (end > 0 && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            var start = end;
            while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
            {
                start--;
            }

            if (!Take(start, end))
            {
                return;
            }

            from = start;
        }
    }

    private bool Take(int start, int end)
    {
        var isPaired = end > start && (end - start) % 2 == 0 && !stretches.Exists(stretch => stretch.Start < end && stretch.End > start);
        for (var i = start; isPaired && i < end; i += 2)
        {
            isPaired = text[i] == text[i + 1];
        }

        if (isPaired)
        {
            stretches.Add((start, end));
        }

        return isPaired;
    }

    /// <summary>The next stretch of characters that each stand twice, long enough to be none by chance.</summary>
    private static bool Find(string text, int from, out int start, out int end)
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

    /// <summary>Words have small letters, and more than those that count in sixteens; codes are in capitals or in a to f.</summary>
    private static bool IsWord(string words) => words.Any(c => char.IsLetter(c) && !char.IsUpper(c) && c is not (>= 'a' and <= 'f'));

    /// <summary>True when the text takes the room of the halved one rather than its own.</summary>
    /// <param name="text">As read.</param>
    /// <param name="candidates">Its stretches of pairs.</param>
    /// <param name="length">In sizes of its font.</param>
    private static bool IsNarrow(string text, List<(int Start, int End)> candidates, double length)
    {
        double whole = text.Sum(SetWidth.Of), taken = candidates.Sum(stretch => text[stretch.Start..stretch.End].Sum(SetWidth.Of)) / 2;
        return taken >= LeastTaken * whole && length < Math.Sqrt(whole * (whole - taken));
    }

    /// <summary>One of each two; letters printed four times take two rounds.</summary>
    private static string Half(string words)
    {
        var half = new StringBuilder(words.Length / 2);
        for (var i = 0; i < words.Length; i += 2)
        {
            half.Append(words[i]);
        }

        words = half.ToString();
        return Find(words, 0, out var start, out var end) && start == 0 && end == words.Length ? Half(words) : words;
    }
}
