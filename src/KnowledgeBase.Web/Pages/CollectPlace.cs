using System.Globalization;
using KnowledgeBase.Web.Reading;
using Microsoft.AspNetCore.Http;

namespace KnowledgeBase.Web.Pages;

/// <summary>Where an editor puts passages at the moment: kept in a cookie, so that a dozen passages go under one heading with a click each.</summary>
/// <param name="Collection">The collection.</param>
/// <param name="Section">The heading, or null.</param>
internal sealed record CollectPlace(long Collection, string? Section)
{
    private const string CookieName = "kb-collection";
    private const int LongestSection = 200;

    /// <summary>Where a viewer can put passages; null for those who are no editors.</summary>
    public static CollectModel? Of(Library library, HttpRequest request)
    {
        if (!library.Viewer.IsEditor)
        {
            return null;
        }

        var all = library.Collections();
        var place = Read(request.Cookies[CookieName]);
        var current = all.FirstOrDefault(collection => collection.Id == place?.Collection);
        return new(all, current)
        {
            Section = current is null ? null : place?.Section,
            Sections = current is null ? [] : [.. library.Collection(current.Id)!.Items.Select(item => item.Section).OfType<string>().Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>Keeps it for the editor's next passage.</summary>
    public void Remember(HttpResponse response)
    {
        var section = Section is { Length: <= LongestSection } ? "-" + Uri.EscapeDataString(Section) : "";
        response.Cookies.Append(
            CookieName, Collection.ToString(CultureInfo.InvariantCulture) + section,
            new() { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(30) });
    }

    private static CollectPlace? Read(string? cookie)
    {
        var parts = (cookie ?? "").Split('-', 2);
        return long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(id, parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : null)
            : null;
    }
}
