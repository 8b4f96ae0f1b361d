using System.Globalization;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Assembly;

/// <summary>Grades how far the recovered structure can be trusted, from signs that can be checked without the truth.</summary>
internal static class Grader
{
    private const double A = 0.9, B = 0.75, C = 0.5;

    /// <summary>Sections in a text of this many words are to be expected.</summary>
    private const int WordsThatNeedHeadings = 1500;

    /// <summary>Where this share of the words was recognised from pictures, the document is a scan.</summary>
    private const double MostlyRecognised = 0.9;

    /// <summary>A page is mended where so much of its text was recognised; a passage from a sound page may reach into it.</summary>
    private const double MendedShare = 0.8;

    /// <summary>What a recognised page takes off at least, so that it is told.</summary>
    private const double LeastForRecognised = 0.02;
    private const int LastTitlePage = 2;

    /// <summary>Grades a document.</summary>
    /// <param name="document">All but its grade.</param>
    /// <param name="marksOfHeadings">Note marks that stand in headings, and so in no passage, with their pages.</param>
    public static Grade Grade(StructuredDocument document, IReadOnlyList<(string Number, int? Page)> marksOfHeadings)
    {
        var faults = Faults(document, marksOfHeadings).Where(f => f.Penalty > 0.005).OrderByDescending(f => f.Penalty).ToList();
        var score = Math.Clamp(1 - faults.Sum(f => f.Penalty), 0, 1);
        return new(score >= A ? "A" : score >= B ? "B" : score >= C ? "C" : "D", Math.Round(score, 3), [.. faults.Select(f => f.Reason)]);
    }

    private static IEnumerable<(double Penalty, string Reason)> Faults(StructuredDocument document, IReadOnlyList<(string Number, int? Page)> marksOfHeadings)
    {
        var words = document.Passages.Sum(p => Words(p.Text));
        if (words == 0)
        {
            yield return (1, GradeReasons.Write("grade-no-text"));
            yield break;
        }

        var pages = Math.Max(1, document.PageCount ?? 1);
        // A page that was recognised from its picture has text; how far that can be trusted is judged below.
        var mended = MendedPages(document);
        var unreadable = document.Problems.Where(p => p.Code is "no-text-layer" or "unreliable-text" && (p.Page is null || !mended.Contains(p.Page))).Select(p => p.Page).Distinct().Count();
        if (unreadable > 0)
        {
            var wholeFile = document.Problems.Any(p => p.Code is "no-text-layer" or "unreliable-text" && p.Page is null);
            var share = wholeFile ? 1 : Math.Min(1, (double)unreadable / pages);
            yield return (0.2 + (0.8 * share), wholeFile ? GradeReasons.Write("grade-unreliable") : GradeReasons.Write("grade-pages-unreliable", unreadable, pages));
        }

        var lost = document.SetAside.Where(l => l.Reason is SetAsideReason.Marginal or SetAsideReason.Figure or SetAsideReason.PullQuote).Sum(l => Words(l.Text));
        var lostShare = (double)lost / (words + lost);
        if (lostShare > 0.05)
        {
            yield return (Math.Min(0.4, lostShare), GradeReasons.Write("grade-set-aside", Percent(lostShare)));
        }

        foreach (var fault in NoteFaults(document, marksOfHeadings))
        {
            yield return fault;
        }

        var recognised = document.Passages.Where(p => p.OcrConfidence is not null).ToList();
        if (recognised.Count > 0)
        {
            // A map or a stamp in a sound text spoils no more than itself.
            var confidence = recognised.Average(p => p.OcrConfidence!.Value);
            var share = (double)recognised.Sum(p => Words(p.Text)) / words;
            var reason = share < MostlyRecognised
                ? GradeReasons.Write("grade-recognised-on", Percent(confidence), recognised.SelectMany(PagesOf).Distinct().Count(), pages)
                : GradeReasons.Write("grade-recognised", Percent(confidence));
            yield return (Math.Max(LeastForRecognised, share * Math.Clamp(0.08 + ((0.95 - confidence) * 1.5), 0.08, 0.6)), reason);
        }

        if (document.Sections.Count == 0 && words > WordsThatNeedHeadings)
        {
            yield return (0.2, GradeReasons.Write("grade-no-headings"));
        }

        var unsure = document.Sections.Count(s => s.LevelConfidence < 0.5);
        if (unsure * 3 > document.Sections.Count && unsure > 2)
        {
            yield return (0.06, GradeReasons.Write("grade-levels", unsure, document.Sections.Count));
        }

        var backwards = document.Passages.Zip(document.Passages.Skip(1)).Count(p => p.Second.PageFirst < p.First.PageFirst);
        if (backwards > 0)
        {
            yield return (Math.Min(0.3, 0.05 * backwards), GradeReasons.Write("grade-backwards", backwards));
        }

        var replaced = document.Passages.Sum(p => p.Text.Count(c => c == '\uFFFD'));
        if (replaced > 0)
        {
            yield return (Math.Min(0.4, 0.03 + (20.0 * replaced / words)), GradeReasons.Write("grade-unreadable", replaced));
        }
    }

    private static IEnumerable<(double Penalty, string Reason)> NoteFaults(StructuredDocument document, IReadOnlyList<(string Number, int? Page)> marksOfHeadings)
    {
        if (document.Footnotes.Count == 0)
        {
            yield break;
        }

        // A note under a star on the first pages belongs to the title or to what stands above it, which is no passage.
        var loose = Loose(document.Footnotes.Where(f => f.CitedBy is null && !(f.Number is [_, ..] && f.Number.Trim('*', '∗').Length == 0 && f.Page is null or <= LastTitlePage)), document, marksOfHeadings);
        if (loose > 0)
        {
            yield return (0.15 * loose / document.Footnotes.Count, GradeReasons.Write("grade-notes-loose", loose, document.Footnotes.Count));
        }

        var numbers = document.Footnotes.Select(f => int.TryParse(f.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).Where(n => n > 0).ToList();
        // Numbering may start again at 1; a step of more than one upwards is a gap.
        var gaps = numbers.Zip(numbers.Skip(1)).Count(p => p.Second > p.First + 1) + (numbers.Count > 0 && numbers[0] > 1 ? 1 : 0);
        if (gaps > 0)
        {
            yield return (Math.Min(0.2, 0.03 * gaps), GradeReasons.Write(gaps == 1 ? "grade-note-gap" : "grade-note-gaps", gaps));
        }
    }

    /// <summary>Notes that no heading calls either: each of its marks calls one note, on its own page or the next where numbers come back.</summary>
    private static int Loose(IEnumerable<Footnote> uncited, StructuredDocument document, IReadOnlyList<(string Number, int? Page)> marksOfHeadings)
    {
        var marks = marksOfHeadings.ToList();
        var loose = 0;
        foreach (var note in uncited)
        {
            var isOnly = document.Footnotes.Count(other => other.Number == note.Number) == 1;
            var mark = marks.FindIndex(m => m.Number == note.Number && (isOnly || m.Page is null || note.Page is null || note.Page - m.Page is 0 or 1));
            if (mark >= 0)
            {
                marks.RemoveAt(mark);
            }
            else
            {
                loose++;
            }
        }

        return loose;
    }

    /// <summary>Pages nearly all of whose text was recognised: a stamp or a map that was read mends no garbled text around it.</summary>
    private static HashSet<int?> MendedPages(StructuredDocument document)
    {
        var all = new Dictionary<int, int>();
        var recognised = new Dictionary<int, int>();
        foreach (var passage in document.Passages)
        {
            foreach (var line in passage.Printed)
            {
                all[line.Page] = all.GetValueOrDefault(line.Page) + line.End - line.Start;
                recognised[line.Page] = recognised.GetValueOrDefault(line.Page) + (passage.OcrConfidence is null ? 0 : line.End - line.Start);
            }
        }

        return [.. all.Where(page => recognised[page.Key] >= MendedShare * page.Value).Select(page => (int?)page.Key)];
    }

    private static IEnumerable<int> PagesOf(Passage passage) =>
        passage.Printed.Count > 0 ? passage.Printed.Select(line => line.Page).Distinct() : [passage.PageFirst ?? 0];

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static string Percent(double share) => share.ToString("P0", CultureInfo.InvariantCulture);
}
