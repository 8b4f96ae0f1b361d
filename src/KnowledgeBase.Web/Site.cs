using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Api;
using KnowledgeBase.Web.Hosting;
using KnowledgeBase.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace KnowledgeBase.Web;

/// <summary>The HTTP API and the pages as one application.</summary>
public static class Site
{
    /// <summary>Puts the site together; the caller starts it, and disposes it before the parts.</summary>
    /// <param name="parts">What it serves.</param>
    /// <param name="options">How.</param>
    /// <exception cref="Documents.RejectedInputException">
    /// It would listen to other machines although no key protects it (<c>keys-needed</c>), an address cannot be listened on (<c>bad-url</c>), or
    /// a proxy is given by no address (<c>bad-proxy</c>).
    /// </exception>
    public static WebApplication Build(SiteParts parts, SiteOptions options)
    {
        ListenAddresses.Check(parts, options);
        var believed = Proxies.Believed(options);
        // Empty: no settings file or variable that happens to lie around changes what is served.
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        SiteServer.Configure(builder, options);
        SiteServices.Add(builder.Services, parts, options);
        var app = builder.Build();

        // First: all that follows reads scheme, host and address as the browser's.
        app.UseForwardedHeaders(believed);
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        // Before errors are written, so that they are written in the language of the request.
        app.UseRequestLocalization();
        app.UseExceptionHandler();
        app.UseStatusCodePages(ErrorPages.WriteAsync);
        app.UseMiddleware<CrossSiteGuard>();
        app.UseResponseCompression();
        app.UseRouting();
        app.UseCors();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.UseAuthorization();
        app.UseAntiforgery();

        var api = app.MapGroup(SitePaths.Api).RequireCors().DisableAntiforgery();
        SearchEndpoints.Map(api);
        DocumentEndpoints.Map(api);
        PassageEndpoints.Map(api);
        CollectionEndpoints.Map(api);
        ExportEndpoints.Map(api);
        JobEndpoints.Map(api, options);
        ServiceEndpoints.Map(api);
        app.MapOpenApi($"{SitePaths.Api}/openapi.json");
        SitePages.Map(app, options);
        return app;
    }
}
