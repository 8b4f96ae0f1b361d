using KnowledgeBase.Extraction.Pdf;

namespace KnowledgeBase.Extraction.Soundness;

/// <summary>Finds the pages whose text cannot be relied on, fonts judged over the whole document: one page has too little of each.</summary>
internal static class PageSoundness
{
    /// <summary>A page is unreliable when this share of its characters is set in broken fonts.</summary>
    private const double MostBrokenShare = 0.12;

    private const int LeastBrokenCharacters = 20;

    /// <summary>Finds them.</summary>
    /// <param name="pages">As the library gave them, before repair.</param>
    /// <returns>Indices from 1.</returns>
    public static IReadOnlyList<int> Unreliable(IReadOnlyList<PdfContentPage> pages)
    {
        var broken = pages.SelectMany(page => page.Runs).GroupBy(run => run.FontName, StringComparer.Ordinal)
            .Where(font => TextSoundness.Of(string.Join(' ', font.Select(run => run.Text))).IsGarbage)
            .Select(font => font.Key).ToHashSet(StringComparer.Ordinal);
        return pages.Where(page => IsUnreliable(page, broken)).Select(page => page.Number).ToList();
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
            && !TextSoundness.Of(string.Join(' ', suspect.Select(run => run.Text))).IsSound;
    }

    private static int Ink(IEnumerable<PdfRun> runs) => runs.Sum(run => run.Text.Count(c => !char.IsWhiteSpace(c)));
}
