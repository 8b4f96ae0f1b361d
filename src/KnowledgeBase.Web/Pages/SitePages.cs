using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Pages;

/// <summary>The pages: each address is a plain request, each change a plain form; the script only makes them quicker.</summary>
internal static class SitePages
{
    public static void Map(WebApplication app, SiteOptions options)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().WithMetadata(new RequireAntiforgeryTokenAttribute()).AddEndpointFilter(RefuseForged);
        pages.MapGet("/assets/{name}", SiteAssets.Get).AllowAnonymous();
        SearchPages.Map(pages);
        ReadingPages.Map(pages);
        CollectionPages.Map(pages);
        ReviewPages.Map(pages);
        UploadPages.Map(pages, options);
        AccountPages.Map(pages);
    }

    // The framework asks for the token only where a handler binds a field of the form.
    private static ValueTask<object?> RefuseForged(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next) =>
        invocation.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            ? ValueTask.FromResult<object?>(ErrorPages.Render(StatusCodes.Status400BadRequest, Texts.T("Error_Form")))
            : next(invocation);

    /// <summary>A page.</summary>
    public static RazorComponentResult Show<T>(object? values = null)
        where T : Microsoft.AspNetCore.Components.IComponent => values is null ? new(typeof(T)) : new(typeof(T), values);

    /// <summary>Where a form leads after it did its work: back to where it stood.</summary>
    public static RedirectHttpResult Back(string? address, string? fragment = null) =>
        TypedResults.LocalRedirect(SitePaths.Local(address) + (fragment is null ? "" : $"#{fragment}"));

    /// <summary>What is not there, or not for this viewer.</summary>
    public static RazorComponentResult NotFound() => ErrorPages.Render(StatusCodes.Status404NotFound, null);
}
