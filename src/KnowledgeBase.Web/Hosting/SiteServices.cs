using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization.Metadata;
using System.Threading.RateLimiting;
using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Api;
using KnowledgeBase.Web.Desk;
using KnowledgeBase.Web.Images;
using KnowledgeBase.Web.Jobs;
using KnowledgeBase.Web.Reading;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Web.Hosting;

/// <summary>The services of the site.</summary>
internal static class SiteServices
{
    public static void Add(IServiceCollection services, SiteParts parts, SiteOptions options)
    {
        services.AddSingleton(parts);
        services.AddSingleton(options);
        services.AddSingleton(parts.Time);
        services.AddSingleton(parts.Store.Keys);
        services.AddSingleton<SiteMetrics>();
        services.AddSingleton<DocumentCache>();
        services.AddSingleton<PageImages>();
        services.AddSingleton<IngestJobs>();
        services.AddHostedService(provider => provider.GetRequiredService<IngestJobs>());
        services.AddHttpContextAccessor();
        services.AddScoped(provider => Viewer.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.User));
        services.AddScoped<Library>();
        services.AddScoped<ActLog>();
        services.AddScoped<CollectionDesk>();
        services.AddScoped<ReviewDesk>();
        services.AddScoped<DocumentDesk>();
        AddAccess(services, parts, options);
        AddWire(services, options);
        AddLimits(services, options);
    }

    private static void AddAccess(IServiceCollection services, SiteParts parts, SiteOptions options)
    {
        // Sessions and forms outlive a restart of the service.
        services.AddDataProtection().SetApplicationName("KnowledgeBase")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(parts.Store.Root, "web-keys")));
        services.AddAuthentication(KeyAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null);
        services.AddAuthorization(authorization => AccessPolicies.Configure(authorization, options));
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "kb-form";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. options.CorsOrigins]).WithHeaders("Authorization", "Content-Type").WithMethods("GET", "POST", "PUT", "PATCH", "DELETE")));
    }

    private static void AddWire(IServiceCollection services, SiteOptions options)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<RejectionHandler>();
        services.AddRouting();
        // A parameter that cannot be read is told like every other rejection.
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.AddOpenApi("v1", ApiDescription.Configure);
        services.AddRazorComponents();
        services.AddLocalization();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, WebJson.Default);
            json.SerializerOptions.PropertyNamingPolicy = WebJson.Default.Options.PropertyNamingPolicy;
            json.SerializerOptions.DefaultIgnoreCondition = WebJson.Default.Options.DefaultIgnoreCondition;
            json.SerializerOptions.NumberHandling = WebJson.Default.Options.NumberHandling;
            // Answers are of a JSON type and never sniffed; letters of all scripts stay as they are.
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        services.AddResponseCompression(compression =>
        {
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/jsonl", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = options.MaxUploadMegabytes * 1024L * 1024L);
        services.Configure<RequestLocalizationOptions>(localization =>
        {
            // Numbers and dates in addresses and JSON are the same in every language; only texts are translated.
            localization.DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, Texts.Default);
            localization.SupportedCultures = [CultureInfo.InvariantCulture];
            localization.SupportedUICultures = [.. Texts.Languages];
            localization.RequestCultureProviders =
                [new CookieRequestCultureProvider { CookieName = Texts.CookieName }, new AcceptLanguageHeaderRequestCultureProvider()];
        });
    }

    private static void AddLimits(IServiceCollection services, SiteOptions options)
    {
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = options.RequestTimeout,
            TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
        });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = async (rejected, cancellation) =>
            {
                var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 1;
                rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                IResult answer = SitePaths.IsApi(rejected.HttpContext.Request.Path)
                    ? Problems.Of(
                        StatusCodes.Status429TooManyRequests, "too-many-requests", $"More than {options.RequestsPerMinute} requests a minute. Wait {seconds} s.")
                    : Pages.ErrorPages.Render(StatusCodes.Status429TooManyRequests, null);
                await answer.ExecuteAsync(rejected.HttpContext).ConfigureAwait(false);
            };
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PartitionOf(context, options));
        });
    }

    // By key where there is one, else by address. Whoever works alone on their own machine may be as quick as they like.
    private static RateLimitPartition<string> PartitionOf(HttpContext context, SiteOptions options)
    {
        var viewer = Viewer.Of(context.User);
        if (viewer == Viewer.Local)
        {
            return RateLimitPartition.GetNoLimiter("local");
        }

        var caller = viewer.Role is null ? $"address {context.Connection.RemoteIpAddress}" : $"key {viewer.Name}";
        return RateLimitPartition.GetTokenBucketLimiter(caller, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.RequestsPerMinute,
            TokensPerPeriod = Math.Max(1, options.RequestsPerMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });
    }
}
