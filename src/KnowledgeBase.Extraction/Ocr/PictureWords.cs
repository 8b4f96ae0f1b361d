namespace KnowledgeBase.Extraction.Ocr;

/// <summary>
/// Drops what Tesseract reads in icons and logos: short words that it doubts itself, far higher than the page's type, or standing apart from the
/// words of their line. Initials over several lines are read as well, as one capital.
/// </summary>
internal static class PictureWords
{
    /// <summary>Fewer sure words do not tell how high the page's type is.</summary>
    private const int FewestWords = 20;

    private const double Sure = 0.8;

    /// <summary>Below this confidence a high word is doubted, and a word that stands apart.</summary>
    private const double HighDoubt = 0.65, ApartDoubt = 0.35;

    /// <summary>Words higher than this stand out, in parts of the page's usual height.</summary>
    private const double Highest = 1.8;

    /// <summary>A word stands apart behind a gap of so many usual heights.</summary>
    private const double Gap = 1.5;

    /// <summary>Longer words are no chance.</summary>
    private const int LongestWord = 4;

    /// <summary>The lines without such words; lines of nothing else are left out.</summary>
    /// <param name="lines">Of one page.</param>
    public static IReadOnlyList<RecognisedLine> Without(IReadOnlyList<RecognisedLine> lines)
    {
        var heights = lines.SelectMany(line => line.Words).Where(word => word.Confidence >= Sure && word.Text.Any(char.IsLetter))
            .Select(word => (double)word.Box.Height).Order().ToList();
        if (heights.Count < FewestWords)
        {
            return lines;
        }

        var usual = heights[heights.Count / 2];
        return lines.Select(line => line with { Words = line.Words.Where((_, i) => !IsPicture(line.Words, i, usual)).ToList() })
            .Where(line => line.Words.Count > 0).ToList();
    }

    private static bool IsPicture(IReadOnlyList<RecognisedWord> words, int index, double usual)
    {
        var word = words[index];
        if (word.Text.Length > LongestWord || (word.Text.Length == 1 && char.IsUpper(word.Text[0])))
        {
            return false;
        }

        var apart = (index == 0 || word.Box.Left - words[index - 1].Box.Right > Gap * usual)
            && (index == words.Count - 1 || words[index + 1].Box.Left - word.Box.Right > Gap * usual);
        return (word.Confidence < HighDoubt && word.Box.Height > Highest * usual) || (word.Confidence < ApartDoubt && apart);
    }
}
