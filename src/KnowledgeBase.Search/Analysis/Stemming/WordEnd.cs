namespace KnowledgeBase.Search.Analysis.Stemming;

/// <summary>
/// A word being shortened from its end, with the regions of the Snowball algorithms: a suffix lies in a region when it begins at or after
/// the region's start.
/// </summary>
internal sealed class WordEnd(string text, string vowels)
{
    public string Text { get; private set; } = text;

    /// <summary>Start of R1: after the first non-vowel that follows a vowel.</summary>
    public int R1 { get; set; }

    /// <summary>Start of R2: the same again within R1.</summary>
    public int R2 { get; set; }

    /// <summary>Start of RV, which each language defines for itself.</summary>
    public int Rv { get; set; }

    public int Length => Text.Length;

    public char this[int index] => Text[index];

    public bool IsVowel(int index) => vowels.Contains(Text[index], StringComparison.Ordinal);

    public bool EndsWith(string suffix) => Text.EndsWith(suffix, StringComparison.Ordinal);

    /// <summary>The longest of the suffixes that the word ends with, or null. The suffixes are in falling length.</summary>
    public string? Longest(string[] suffixes) => Array.Find(suffixes, EndsWith);

    /// <summary>The longest of the suffixes that lie wholly in the region from <paramref name="start"/> on, or null.</summary>
    public string? LongestIn(int start, string[] suffixes) => Array.Find(suffixes, s => EndsWith(s) && In(start, s.Length));

    /// <summary>True when the last <paramref name="length"/> letters lie in the region from <paramref name="start"/> on.</summary>
    public bool In(int start, int length) => Length - length >= start;

    public void Replace(int length, string by) => Text = string.Concat(Text.AsSpan(0, Length - length), by);

    public void Delete(int length) => Text = Text[..^length];

    /// <summary>Deletes the suffix if the word ends with it and it lies in the region.</summary>
    public bool DeleteIf(string suffix, int start)
    {
        if (!EndsWith(suffix) || !In(start, suffix.Length))
        {
            return false;
        }

        Delete(suffix.Length);
        return true;
    }

    public void SetText(string text) => Text = text;

    /// <summary>Where the region after the first non-vowel that follows a vowel starts, looking from <paramref name="from"/>.</summary>
    public int RegionAfterVowel(int from)
    {
        for (var i = from + 1; i < Length; i++)
        {
            if (!IsVowel(i) && IsVowel(i - 1))
            {
                return i + 1;
            }
        }

        return Length;
    }

    /// <summary>Suffixes in falling length, as <see cref="Longest"/> wants them.</summary>
    public static string[] ByLength(params string[] suffixes) => [.. suffixes.OrderByDescending(s => s.Length)];
}
