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

    /// <summary>Few words count as garbled when that is so much likelier, as a natural logarithm.</summary>
    private const double LeastEvidence = 4;

    /// <summary>Finds them.</summary>
    /// <param name="pages">As the library gave them, before repair.</param>
    /// <returns>Indices from 1: of the pages whose text is unreliable, and of further pages that have some words in broken fonts.</returns>
    public static (IReadOnlyList<int> Pages, IReadOnlyList<int> WithBrokenWords) Unreliable(IReadOnlyList<PdfContentPage> pages)
    {
        var broken = pages.SelectMany(page => page.Runs).GroupBy(run => run.FontName, StringComparer.Ordinal)
            .Where(font => TextSoundness.Of(string.Join(' ', font.Select(run => run.Text))).IsGarbage)
            .ToDictionary(font => font.Key, font => new BrokenFont(font.Select(run => run.Text)), StringComparer.Ordinal);
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

    private static bool IsUnreliable(PdfContentPage page, Dictionary<string, BrokenFont> broken)
    {
        var whole = string.Join(' ', page.Runs.Select(run => run.Text));
        if (TextSoundness.Of(whole).IsGarbage)
        {
            return true;
        }

        var suspect = page.Runs.Where(run => broken.ContainsKey(run.FontName)).ToList();
        var bad = Ink(suspect);
        // Fonts of one name can be broken on one page and whole on another.
        return bad >= LeastBrokenCharacters && bad > MostBrokenShare * Ink(page.Runs)
            && (IsGarbled(suspect, broken) || !IsSound(string.Join(' ', suspect.Select(run => run.Text))));
    }

    /// <summary>What broken fonts make of letters are symbols as often; of those that are left too few may be measured.</summary>
    private static bool IsSound(string text) =>
        TextSoundness.Of(text) is { IsSound: true } soundness && (soundness.Likeness is not null || text.Count(char.IsLetter) >= LeastLetterShare * Ink(text));

    /// <summary>Too few letters to be measured by themselves, but clearly such as the font makes of others elsewhere.</summary>
    private static bool IsGarbled(List<PdfRun> runs, Dictionary<string, BrokenFont> broken) =>
        TextSoundness.Of(string.Join(' ', runs.Select(run => run.Text))).Likeness is null && runs.Sum(run => broken[run.FontName].Evidence(run.Text)) >= LeastEvidence;

    /// <summary>A name in a script of its own may be all that is broken on a page.</summary>
    private static bool HasBrokenWords(PdfContentPage page, Dictionary<string, BrokenFont> broken)
    {
        if (broken.Count == 0)
        {
            return false;
        }

        // Some libraries give each word as a run: short ones are judged together with their neighbours.
        var words = Stretches(page.Runs, broken)
            .SelectMany(runs => IsGarbled(runs, broken) ? runs : runs.Where(run => Ink(run.Text) >= LeastBrokenRun && !IsSound(run.Text)));
        return Ink(words) >= LeastBrokenWords;
    }

    /// <summary>Runs in broken fonts that follow each other; blanks part none.</summary>
    private static List<List<PdfRun>> Stretches(IReadOnlyList<PdfRun> runs, Dictionary<string, BrokenFont> broken)
    {
        var stretches = new List<List<PdfRun>>();
        var goesOn = false;
        foreach (var run in runs.Where(run => !string.IsNullOrWhiteSpace(run.Text)))
        {
            var isBroken = broken.ContainsKey(run.FontName);
            if (isBroken && goesOn)
            {
                stretches[^1].Add(run);
            }
            else if (isBroken)
            {
                stretches.Add([run]);
            }

            goesOn = isBroken;
        }

        return stretches;
    }

    private static int Ink(IEnumerable<PdfRun> runs) => runs.Sum(run => Ink(run.Text));

    /// <summary>Characters but for blanks and figures, of which nobody can tell whether they are the ones that were meant.</summary>
    private static int Ink(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => !IsFigure(word)).Sum(word => word.Length);

    private static bool IsFigure(string word) =>
        word.Any(char.IsDigit) && word.All(c => char.IsDigit(c) || c is '.' or ',' or ':' or ';' or '/' or '%' or '(' or ')' or '[' or ']' or '-' or '–' or '+' or '*');
}
