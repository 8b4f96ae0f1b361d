using System.Globalization;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Cli;

/// <summary>Checks what a person types as front matter, so that a slip is told at once and not cited later.</summary>
internal static class FrontMatterChecks
{
    private const int OldestYear = 1000;
    private const int YearsAhead = 1;

    /// <summary>A text that must not be empty.</summary>
    /// <exception cref="RejectedInputException">It is empty or blank.</exception>
    public static string Text(string option, string value) => string.IsNullOrWhiteSpace(value)
        ? throw Bad($"{option} is empty. To take back what was said of it, type '--reset {option.TrimStart('-')}'; then what was read from the file holds again.")
        : value.Trim();

    /// <summary>A year of publication, next year at the latest.</summary>
    /// <exception cref="RejectedInputException">It is none.</exception>
    public static int Year(string value, TimeProvider time)
    {
        var latest = time.GetUtcNow().Year + YearsAhead;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= OldestYear && year <= latest
            ? year
            : throw new RejectedInputException(new("bad-year", FormattableString.Invariant($"--year takes a year of four digits up to {latest}, not '{value}'.")));
    }

    /// <summary>The two letters of a language that is known.</summary>
    /// <exception cref="RejectedInputException">No language has this code (ISO 639-1).</exception>
    public static string Language(string value)
    {
        var code = value.Trim().ToLowerInvariant();
        return LanguageCodes.IsKnown(code)
            ? code
            : throw Bad($"--language takes the two letters of a language, such as en, fr or es, not '{value}'.{(LanguageCodes.Named(code) is { } named ? $" Did you mean {named}?" : "")}");
    }

    /// <summary>A DOI without the address of a resolver.</summary>
    /// <exception cref="RejectedInputException">It is none.</exception>
    public static string Doi(string value)
    {
        var doi = value.Trim();
        foreach (var before in new[] { "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:" })
        {
            doi = doi.StartsWith(before, StringComparison.OrdinalIgnoreCase) ? doi[before.Length..].Trim() : doi;
        }

        // The DOI Handbook, 2.2: a prefix "10." with a registrant's number, a slash, and a suffix of any printable characters.
        var slash = doi.IndexOf('/', StringComparison.Ordinal);
        var sound = slash > 3 && slash < doi.Length - 1 && doi.StartsWith("10.", StringComparison.Ordinal)
            && doi[3..slash].All(letter => char.IsAsciiDigit(letter) || letter == '.') && !doi.Any(char.IsWhiteSpace);
        return sound ? doi : throw Bad($"--doi takes a DOI such as 10.1000/182, not '{value}'.");
    }

    /// <summary>An address in the web.</summary>
    /// <exception cref="RejectedInputException">It is none.</exception>
    public static string Url(string value) =>
        Uri.TryCreate(value.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0
            ? value.Trim()
            : throw Bad($"--url takes an address that begins with http:// or https://, not '{value}'.");

    private static RejectedInputException Bad(string message) => new(new("bad-front-matter", message));
}
