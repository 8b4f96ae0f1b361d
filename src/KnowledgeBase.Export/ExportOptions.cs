using System.Globalization;
using KnowledgeBase.Search.Citing;

namespace KnowledgeBase.Export;

/// <summary>How an export is written.</summary>
public sealed record ExportOptions
{
    /// <summary>How sources are cited; default <see cref="CitationStyle.Chicago"/>.</summary>
    public CitationStyle Style { get; init; } = CitationStyle.Chicago;

    /// <summary>Language of the words that the program adds; English where there is no translation. Default English.</summary>
    public CultureInfo Language { get; init; } = CultureInfo.GetCultureInfo("en");

    /// <summary>Address under which the pages are served, to link passages; null leaves links out. Default null.</summary>
    public Uri? BaseAddress { get; init; }
}
