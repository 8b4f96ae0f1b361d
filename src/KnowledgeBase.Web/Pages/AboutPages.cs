using KnowledgeBase.Web.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Web.Pages;

/// <summary>What the program is made of, and how well it does.</summary>
internal static class AboutPages
{
    public static RazorComponentResult Show(SiteParts parts, SiteOptions options, Library library) => SitePages.Show<AboutPage>(new
    {
        Engines = parts.Engines(),
        Figures = MeasuredTags.Of(options),
        Documents = library.Documents(),
    });
}
