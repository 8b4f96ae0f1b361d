using System.Globalization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Documents;

/// <summary>
/// The sentences that give a grade its reasons. Documents keep them as sentences; read back, they can be said in another language.
/// Sentences of an earlier version that are no longer here are read as none.
/// </summary>
public static class GradeReasons
{
    private static readonly (string Code, string English)[] Known =
    [
        ("grade-no-text", "no text was found"),
        ("grade-unreliable", "the text is missing or not reliable"),
        ("grade-pages-unreliable", "{0} of {1} pages have no reliable text"),
        ("grade-set-aside", "{0} of the words stand in figures and margins and were set aside"),
        ("grade-recognised", "text recognised from pictures, mean confidence {0}"),
        ("grade-recognised-on", "text recognised from pictures, mean confidence {0}, on {1} of {2} pages"),
        ("grade-no-headings", "no headings were found"),
        ("grade-levels", "the level of {0} of {1} headings is a guess"),
        ("grade-backwards", "the order of reading jumps back {0} times"),
        ("grade-unreadable", "{0} characters could not be read"),
        ("grade-notes-loose", "{0} of {1} footnotes have no mark in the text"),
        ("grade-note-gap", "footnote numbers have {0} gap"),
        ("grade-note-gaps", "footnote numbers have {0} gaps"),
    ];

    private static readonly (string Code, Regex Sentence)[] Patterns = [.. Known.Select(reason => (reason.Code, PatternOf(reason.English)))];

    /// <summary>The permanent words of all reasons.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Known.Select(reason => reason.Code)];

    /// <summary>Writes a reason.</summary>
    /// <param name="code">One of <see cref="Codes"/>.</param>
    /// <param name="values">Counts, or shares already written as per cent.</param>
    public static string Write(string code, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, Known.First(reason => reason.Code == code).English, values);

    /// <summary>Reads a reason that was written, or gives null.</summary>
    public static CodedText? Read(string reason)
    {
        foreach (var (code, sentence) in Patterns)
        {
            if (sentence.Match(reason) is { Success: true } found)
            {
                return new(code, reason, [.. found.Groups.Values.Skip(1).Select(value => value.Value)]);
            }
        }

        return null;
    }

    // A value is a whole number, per cent or not.
    private static Regex PatternOf(string english) =>
        new($"^{Regex.Replace(Regex.Escape(english), @"\\\{\d\}", @"(\d+(?:\s?%)?)")}$", RegexOptions.CultureInvariant);
}
