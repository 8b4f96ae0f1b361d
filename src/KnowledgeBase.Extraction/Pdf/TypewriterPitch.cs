using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Pdf;

/// <summary>
/// The width of a character in type whose characters are all equally wide. Typists set two blanks after a sentence, and in such type these are
/// wider than the gutters of printed columns.
/// </summary>
internal sealed partial class TypewriterPitch
{
    /// <summary>So many runs of a typeface, each of so many characters, show whether all are equally wide.</summary>
    private const int FewestRuns = 5;

    private const int FewestCharacters = 8;

    /// <summary>Positions are rounded: widths of a character may differ by this share.</summary>
    private const double Tolerance = 0.025;

    /// <summary>Two blanks, and what rounding adds.</summary>
    private const double TwoBlanks = 2.4;

    private readonly Dictionary<(string, double), double> pitches;

    private TypewriterPitch(Dictionary<(string, double), double> pitches) => this.pitches = pitches;

    /// <summary>Measures the type of a page.</summary>
    public static TypewriterPitch Of(IEnumerable<TextRun> runs)
    {
        var pitches = new Dictionary<(string, double), double>();
        foreach (var type in runs.Where(run => run.Text.Length >= FewestCharacters && run.Box.Width > 0).GroupBy(run => (run.Font.Name, run.Font.SizePoints)))
        {
            var widths = type.Select(run => run.Box.Width / run.Text.Length).ToList();
            if (widths.Count >= FewestRuns && widths.Max() - widths.Min() <= Tolerance * widths.Min())
            {
                pitches[type.Key] = widths.Average();
            }
        }

        return new(pitches);
    }

    /// <summary>The widest gap, in points, that may be the two blanks after a sentence; 0 where no sentence ends or the type is no typewriter's.</summary>
    /// <param name="before">The run before the gap.</param>
    /// <param name="after">The run after it.</param>
    public double SentenceGap(TextRun before, TextRun after) =>
        before.Font.Name == after.Font.Name && pitches.TryGetValue((after.Font.Name, after.Font.SizePoints), out var pitch) && SentenceEnd().IsMatch(before.Text)
            ? TwoBlanks * pitch
            : 0;

    /// <summary>A stop, with closing quotes or a typed note mark ("3/") after it.</summary>
    [GeneratedRegex("[.!?:;][\"'”’»)\\]]*(?:\\s?\\d{1,3}/)?\\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
