using KnowledgeBase.Extraction.Pdf;

namespace KnowledgeBase.Extraction.Soundness;

/// <summary>Finds the pages whose text cannot be relied on, fonts judged over the whole document: one page has too little of each.</summary>
internal static class PageSoundness
{
    /// <summary>A page is unreliable when this share of its characters is set in broken fonts.</summary>
    private const double MostBrokenShare = 0.12;

    private const int LeastBrokenCharacters = 20;

    /// <summary>Text whose letters are too few to be measured is excused where this share of its characters are letters, in any script.</summary>
    private const double LeastLetterShare = 0.7;

    /// <summary>Broken runs of fewer characters are signs and formulas.</summary>
    private const int LeastBrokenRun = 4;

    /// <summary>Fewer characters in such runs on a page say nothing of its names and words.</summary>
    private const int LeastBrokenWords = 8;

    /// <summary>Finds them.</summary>
    /// <param name="pages">As the library gave them, before repair.</param>
    /// <returns>Indices from 1: of the pages whose text is unreliable, and of further pages that have some words in broken fonts.</returns>
    public static (IReadOnlyList<int> Pages, IReadOnlyList<int> WithBrokenWords) Unreliable(IReadOnlyList<PdfContentPage> pages)
    {
        var broken = pages.SelectMany(page => page.Runs).GroupBy(run => run.FontName, StringComparer.Ordinal)
            .Where(font => TextSoundness.Of(string.Join(' ', font.Select(run => run.Text))).IsGarbage)
            .Select(font => font.Key).ToHashSet(StringComparer.Ordinal);
        var whole = new List<int>();
        var words = new List<int>();
        foreach (var page in pages)
        {
            if (IsUnreliable(page, broken))
            {
                whole.Add(page.Number);
            }
            else if (HasBrokenWords(page, broken))
            {
                words.Add(page.Number);
            }
        }

        return (whole, words);
    }

    private static bool IsUnreliable(PdfContentPage page, HashSet<string> broken)
    {
        var whole = string.Join(' ', page.Runs.Select(run => run.Text));
        if (TextSoundness.Of(whole).IsGarbage)
        {
            return true;
        }

        var suspect = page.Runs.Where(run => broken.Contains(run.FontName)).ToList();
        var bad = Ink(suspect);
        // Fonts of one name can be broken on one page and whole on another.
        return bad >= LeastBrokenCharacters && bad > MostBrokenShare * Ink(page.Runs)
            && !IsSound(string.Join(' ', suspect.Select(run => run.Text)));
    }

    /// <summary>What broken fonts make of letters are symbols as often; of those that are left too few may be measured.</summary>
    private static bool IsSound(string text) =>
        TextSoundness.Of(text) is { IsSound: true } soundness && (soundness.Likeness is not null || HasLetters(text));

    private static bool HasLetters(string text)
    {
        int letters = 0, ink = 0;
        foreach (var c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            ink += char.IsWhiteSpace(c) ? 0 : 1;
        }

        return letters >= LeastLetterShare * ink;
    }

    /// <summary>A name in a script of its own may be all that is broken on a page.</summary>
    private static bool HasBrokenWords(PdfContentPage page, HashSet<string> broken)
    {
        if (broken.Count == 0)
        {
            return false;
        }

        var words = page.Runs.Where(run => broken.Contains(run.FontName) && Ink([run]) >= LeastBrokenRun && !IsSound(run.Text)).ToList();
        return Ink(words) >= LeastBrokenWords;
    }

    private static int Ink(IEnumerable<PdfRun> runs) => runs.Sum(run => run.Text.Count(c => !char.IsWhiteSpace(c)));
}
