using System.Net;
using System.Text.Encodings.Web;
using KnowledgeBase.Store.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Access;

/// <summary>
/// Tells who asks: by the key in "Authorization: Bearer", by the cookie that signing in set, or, as long as the store has no keys and the site
/// is not open to the public, by being on this machine. The cookie names the key's holder; whether the key still opens is looked up each time, so withdrawing it ends all sessions.
/// </summary>
public sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessKeys keys, IDataProtectionProvider protection,
    SiteOptions site)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "Key";

    /// <summary>Name of the cookie.</summary>
    public const string CookieName = "kb-session";

    private const string Bearer = "Bearer ";
    private static readonly TimeSpan SessionLength = TimeSpan.FromDays(30);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("KnowledgeBase.Web.Session/1").ToTimeLimitedDataProtector();

    /// <summary>Starts a session.</summary>
    /// <returns>False when the key opens nothing; then no cookie is set.</returns>
    public static bool SignIn(HttpContext context, AccessKeys keys, IDataProtectionProvider protection, string key)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Find(key.Trim()) is not { } found)
        {
            return false;
        }

        var session = protection.CreateProtector("KnowledgeBase.Web.Session/1").ToTimeLimitedDataProtector().Protect(found.Name, SessionLength);
        context.Response.Cookies.Append(CookieName, session, Cookie(context));
        return true;
    }

    /// <summary>Ends the session in this browser.</summary>
    public static void SignOut(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Delete(CookieName, Cookie(context));
    }

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return Task.FromResult(keys.Find(header[Bearer.Length..].Trim()) is { } byKey
                ? Success(new(byKey.Name, byKey.Role))
                : AuthenticateResult.Fail("The key is unknown or was withdrawn."));
        }

        if (Request.Cookies[CookieName] is { Length: > 0 } session && HolderOf(session) is { } name && keys.FindByName(name) is { } bySession)
        {
            return Task.FromResult(Success(new(bySession.Name, bySession.Role)));
        }

        return Task.FromResult(IsLocalUse() ? Success(Viewer.Local) : AuthenticateResult.NoResult());
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (SitePaths.IsApi(Request.Path))
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            Response.Headers.WWWAuthenticate = "Bearer";
        }
        else
        {
            Response.Redirect($"/sign-in?back={Uri.EscapeDataString(Request.PathBase + Request.Path + Request.QueryString)}");
        }

        return Task.CompletedTask;
    }

    private static CookieOptions Cookie(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        IsEssential = true,
        MaxAge = SessionLength,
        Path = "/",
    };

    // A proxy on this machine passes on what comes from elsewhere: then being local proves nothing. Most say so; where the site is open to the
    // public, one that does not say so must be reckoned with.
    private bool IsLocalUse() => !site.OpenToPublic && Context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && LocalNames.IsLocal(Request.Host.Host) && !Proxies.PassedOn(Request) && !keys.Any;

    private AuthenticateResult Success(Viewer viewer) =>
        AuthenticateResult.Success(new(viewer.ToPrincipal(SchemeName), SchemeName));

    private string? HolderOf(string session)
    {
        try
        {
            return protector.Unprotect(session);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Too old, of another installation, or forged: the same as none.
            return null;
        }
    }
}
