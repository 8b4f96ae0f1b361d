namespace KnowledgeBase.Extraction.Soundness;

/// <summary>
/// What a broken font makes of letters, learnt from all of its text: tells whether a few words, too few to be measured by themselves, are garbled
/// like the rest of it or are in a sound font of the same name.
/// </summary>
internal sealed class BrokenFont
{
    /// <summary>Fewer letters of the font than this say nothing about its frequencies.</summary>
    private const int LeastLetters = TextSoundness.LeastLetters;

    /// <summary>Counted once for each letter, so that none that was not met is impossible.</summary>
    private const double Smoothing = 0.5;

    private readonly double[] gains = new double[26];

    /// <summary>Learns the font.</summary>
    /// <param name="texts">Its runs in the whole document.</param>
    public BrokenFont(IEnumerable<string> texts)
    {
        var counts = new double[26];
        foreach (var letter in texts.SelectMany(Letters))
        {
            counts[letter]++;
        }

        var all = counts.Sum();
        for (var i = 0; i < gains.Length && all >= LeastLetters; i++)
        {
            gains[i] = Math.Log((counts[i] + Smoothing) / (all + (26 * Smoothing)) / TextSoundness.UsualShare(i));
        }
    }

    /// <summary>How much likelier the words are as the font's garbage than as a language, as a logarithm; 0 where nothing can be said.</summary>
    public double Evidence(string text) => Letters(text).Sum(letter => gains[letter]);

    /// <summary>Letters a to z, as 0 to 25, of words of two letters and more: single ones are signs of formulas.</summary>
    private static IEnumerable<int> Letters(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length > 1 && !word.Any(char.IsDigit)).SelectMany(word => word).Select(c => char.ToLowerInvariant(c) - 'a').Where(letter => letter is >= 0 and < 26);
}
