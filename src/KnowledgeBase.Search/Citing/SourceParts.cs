using System.Globalization;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Search.Citing;

/// <summary>The parts of a reference that the styles share.</summary>
internal static class SourceParts
{
    /// <summary>"Title: Subtitle", or null when the document names none.</summary>
    public static string? Title(FrontMatter front)
    {
        if (string.IsNullOrWhiteSpace(front.Title))
        {
            return null;
        }

        var title = front.Title.Trim().TrimEnd(':', '.').TrimEnd();
        if (string.IsNullOrWhiteSpace(front.Subtitle))
        {
            return title;
        }

        return title[^1] is '?' or '!' ? $"{title} {front.Subtitle.Trim()}" : $"{title}: {front.Subtitle.Trim()}";
    }

    /// <summary>"Series, no. 8"; a document symbol ("A/66/811") stands without "no."; empty when neither is known.</summary>
    public static string SeriesAndNumber(FrontMatter front, string between)
    {
        var number = front.Number is { Length: > 0 } printed && char.IsAsciiDigit(printed[0]) && !printed.Contains('/', StringComparison.Ordinal)
            ? $"no. {printed}"
            : front.Number ?? "";
        return string.Join(between, new[] { front.Series ?? "", number }.Where(part => part.Length > 0));
    }

    public static string Year(FrontMatter front) => front.Year?.ToString(CultureInfo.InvariantCulture) ?? "n.d.";

    public static IReadOnlyList<AuthorName> Names(IReadOnlyList<string> printed) =>
        [.. printed.Where(name => !string.IsNullOrWhiteSpace(name)).Select(AuthorName.Parse)];

    /// <summary>The DOI as an address, else the printed address, else null.</summary>
    public static string? Address(FrontMatter front) => front.Doi is { Length: > 0 } doi ? $"https://doi.org/{doi}" : front.Url;
}
