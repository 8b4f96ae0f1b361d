using System.Globalization;
using AngleSharp.Dom;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Html;

/// <summary>What the head of a page says of it.</summary>
internal static class HtmlMetadata
{
    private static readonly (string Name, string[] Metas)[] Fields =
    [
        ("title", ["citation_title", "dc.title", "dcterms.title", "og:title"]),
        ("author", ["citation_author", "dc.creator", "dcterms.creator", "author", "article:author"]),
        ("date", ["citation_publication_date", "citation_date", "dc.date", "dcterms.date", "dcterms.issued", "article:published_time", "date", "datepublished"]),
        ("publisher", ["citation_publisher", "dc.publisher", "dcterms.publisher", "publisher", "og:site_name"]),
        ("series", ["citation_journal_title", "citation_series_title", "dc.relation.ispartof", "series"]),
        ("number", ["citation_issue", "citation_technical_report_number", "number"]),
        ("issn", ["citation_issn", "issn"]),
        ("isbn", ["citation_isbn", "isbn"]),
        ("doi", ["citation_doi", "dc.identifier.doi", "doi"]),
        ("description", ["description", "dc.description", "og:description"]),
        ("subtitle", ["subtitle"]),
        ("event", ["event"]),
    ];

    public static FileMetadata Read(IDocument document, FileMetadata known)
    {
        var metas = document.QuerySelectorAll("meta[content]")
            .Select(m => (Name: (m.GetAttribute("name") ?? m.GetAttribute("property") ?? m.GetAttribute("itemprop") ?? "").ToLowerInvariant(),
                Content: m.GetAttribute("content")!.Trim()))
            .Where(m => m.Name.Length > 0 && m.Content.Length > 0)
            .ToLookup(m => m.Name, m => m.Content, StringComparer.Ordinal);
        var more = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, keys) in Fields)
        {
            if (keys.Select(k => metas[k].Distinct(StringComparer.Ordinal).ToList()).FirstOrDefault(v => v.Count > 0) is { } values)
            {
                more[name] = string.Join("; ", values);
            }
        }

        if (document.QuerySelector("link[rel='canonical']")?.GetAttribute("href") is { Length: > 0 } url && url.StartsWith("http", StringComparison.Ordinal))
        {
            more["url"] = url;
        }

        foreach (var (name, value) in known.More)
        {
            more[name] = value;
        }

        var title = known.Title ?? more.GetValueOrDefault("title") ?? document.Title?.Trim();
        return new(
            string.IsNullOrWhiteSpace(title) ? null : title,
            known.Author ?? more.GetValueOrDefault("author"),
            known.Created ?? DateOf(more.GetValueOrDefault("date")),
            known.Language ?? document.DocumentElement?.GetAttribute("lang") ?? metas["language"].FirstOrDefault() ?? metas["dc.language"].FirstOrDefault())
        {
            More = more,
        };
    }

    private static DateTimeOffset? DateOf(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
