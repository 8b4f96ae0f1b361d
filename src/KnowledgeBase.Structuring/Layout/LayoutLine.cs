using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>A printed line with what its type says about it.</summary>
internal sealed partial class LayoutLine
{
    /// <summary>Reads a line.</summary>
    /// <param name="page">Page index from 1.</param>
    /// <param name="line">The line.</param>
    /// <param name="order">Position of the line in the file.</param>
    public LayoutLine(int page, Line line, int order)
    {
        Page = page;
        Line = line;
        Order = order;
        Text = Blanks().Replace(line.Text.Trim(), " ");
        var set = line.Runs.Where(run => !run.Raised && run.Text.Any(char.IsLetterOrDigit)).ToList();
        var length = set.Sum(run => run.Text.Length);
        Bold = length > 0 && set.Where(run => run.Font.Bold).Sum(run => run.Text.Length) >= 0.9 * length;
        Italic = length > 0 && set.Where(run => run.Font.Italic).Sum(run => run.Text.Length) >= 0.9 * length;
        Color = line.Font.Color ?? "#000000";
        var letters = Text.Count(char.IsLetter);
        Caps = letters > 3 && Text.Count(char.IsUpper) >= 0.9 * letters;
        Marker = ListMarker.Read(Text);
        Unmarked = string.Concat(line.Runs.Where(run => !run.Raised).Select(run => run.Text)).TrimEnd();
    }

    public int Page { get; }

    public Line Line { get; }

    public int Order { get; }

    public string Text { get; }

    /// <summary>The text without raised note marks.</summary>
    public string Unmarked { get; }

    public bool Bold { get; }

    public bool Italic { get; }

    public bool Caps { get; }

    public string Color { get; }

    /// <summary>The marker the line opens with, or null.</summary>
    public ListMarker? Marker { get; private set; }

    public Box Box => Line.Box;

    public double Size => Line.Font.SizePoints;

    /// <summary>Text baseline, estimated, in points from the top.</summary>
    public double Baseline => Box.Bottom - (0.21 * Size);

    /// <summary>What looked like a marker is a word of the text.</summary>
    public void DropMarker() => Marker = null;

    /// <summary>Where the text after the marker begins, in points from the left.</summary>
    public double TextLeft => LeftAfter(Marker?.Length ?? 0);

    /// <summary>Where the text after its first characters begins, in points from the left; estimated within a run.</summary>
    /// <param name="characters">How many characters to pass over.</param>
    public double LeftAfter(int characters)
    {
        var passed = 0;
        foreach (var run in characters == 0 ? [] : Line.Runs)
        {
            if (passed >= characters && run.Text.Trim().Length > 0)
            {
                return run.Box.Left;
            }

            if (passed + run.Text.Length > characters)
            {
                return run.Box.Left + (run.Box.Width * (characters - passed) / run.Text.Length);
            }

            passed += run.Text.Length;
        }

        return Box.Left;
    }

    /// <summary>True when the line opens with a raised number or star, as notes do.</summary>
    public bool OpensRaised => Line.Runs.Count > 1 && Line.Runs[0].Raised && NoteMark().IsMatch(Line.Runs[0].Text.Trim());

    /// <summary>Size, weight, slant, colour and capitals: what headings of one level share.</summary>
    public TypeStyle Style => new(Math.Round(Size * 2) / 2, Bold, Italic, Caps, Color);

    /// <summary>True when the line ends a sentence.</summary>
    public bool EndsSentence => SentenceEnd().IsMatch(Unmarked);

    /// <summary>True when the line ends with a colon or semicolon: the sentence is over only if what follows says so.</summary>
    public bool EndsWithLeadIn => Unmarked.Length > 0 && Unmarked[^1] is ':' or ';';

    public override string ToString() => $"{Page}: {Text}";

    [GeneratedRegex(@"\s{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z])$", RegexOptions.CultureInvariant)]
    private static partial Regex NoteMark();

    [GeneratedRegex("[.!?:;…][\"'”’»)\\]]*$", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}

/// <summary>What lines of one standing share in print.</summary>
internal readonly record struct TypeStyle(double Size, bool Bold, bool Italic, bool Caps, string Color);
