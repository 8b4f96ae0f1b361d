using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Words that head nothing in whatever type they are set: dates, addresses, standard numbers, notes in brackets.</summary>
internal static partial class HeadingWords
{
    /// <summary>True when the words cannot be a heading's.</summary>
    /// <param name="text">The text of the block, blanks collapsed.</param>
    public static bool HeadNothing(string text) =>
        Date().IsMatch(text) || Address().IsMatch(text) || StandardNumber().IsMatch(text) || InBrackets().IsMatch(text) || LinkWord().IsMatch(text);

    /// <summary>True when the words go on in what follows, or are two sentences: text in a heading's type.</summary>
    /// <param name="text">The text of the block, blanks collapsed.</param>
    public static bool BreakOff(string text) => FunctionWordAtEnd().IsMatch(text) || (SentenceInside().IsMatch(text) && text.Count(c => c == ' ') >= LongHeading);

    /// <summary>Blanks in a long heading.</summary>
    private const int LongHeading = 18;

    [GeneratedRegex(@"\s(?:and|or|of|to|into|the|an?|their|its|et|ou|de|du|des|la|le|les|une?|aux?|y|del|el|los|las|una|con|para)$", RegexOptions.CultureInvariant)]
    private static partial Regex FunctionWordAtEnd();

    [GeneratedRegex(@"\w{3,}(?: \d{1,2})?\. \p{Lu}\p{L}* \p{Ll}", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceInside();

    /// <summary>"27 February 2024", "(16–19 June 2025)", "Mars 2025", "Junio de 2016", "June 3, 2016".</summary>
    [GeneratedRegex(
        @"^\(?(?:\d{1,2}(?:er|st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2})?\s(?:de\s)?)?"
        + @"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|f[ée]v|avr|mai|juin|juil|ao[uû]t|d[ée]c|ene|abr|ago|dic)\p{L}*\.?,?\s(?:\d{1,2},\s|de\s)?(?:19|20)\d{2}\)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Date();

    /// <summary>A link, an e-mail address, the bare name of a site.</summary>
    [GeneratedRegex(@"\w@\w|https?://|\bwww\.|^(?:[\w-]+\.)+(?:org|com|net|int|edu|gov|info|eu|ch|uk|co)(?:\.[a-z]{2})?(?:/\S*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:e-?)?(?:ISBN|ISSN)\b", RegexOptions.CultureInvariant)]
    private static partial Regex StandardNumber();

    /// <summary>"[English only]", "(decision 2015/4, point b)".</summary>
    [GeneratedRegex(@"^(?:\[[^\]]*\]|\([^)]*\))$", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();

    /// <summary>What only leads from one line of a cover to the next.</summary>
    [GeneratedRegex(@"^(?:\p{Ll}{1,4}|(?:[Dd]elivered|[Pp]repared|[Pp]resented|[Ss]tatement|[Rr]eport) (?:by|to|for))$", RegexOptions.CultureInvariant)]
    private static partial Regex LinkWord();
}
