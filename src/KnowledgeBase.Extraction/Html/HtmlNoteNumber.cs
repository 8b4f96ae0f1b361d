using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Html;

/// <summary>Takes the number off the beginning of a note.</summary>
internal static class HtmlNoteNumber
{
    /// <summary>Some pages print the number again at the note's beginning.</summary>
    public static Line Without(Line line, string number)
    {
        var match = Regex.Match(line.Text, $@"^\s*[\[(]?{Regex.Escape(number)}[\])]?[.:)]?\s+(?=\S)", RegexOptions.CultureInvariant);
        if (!match.Success)
        {
            return line;
        }

        var left = match.Length;
        var runs = new List<TextRun>();
        foreach (var run in line.Runs)
        {
            var cut = Math.Min(left, run.Text.Length);
            left -= cut;
            if (cut < run.Text.Length)
            {
                runs.Add(run with { Text = run.Text[cut..] });
            }
        }

        return line with { Text = line.Text[match.Length..], Runs = runs };
    }
}
