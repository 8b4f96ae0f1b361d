using KnowledgeBase.Store.Access;
using KnowledgeBase.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Pages;

/// <summary>Signing in and out, and the language of the pages.</summary>
internal static class AccountPages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/sign-in", (string? back) => SitePages.Show<SignInPage>(new { Back = back, Failed = false })).AllowAnonymous();
        pages.MapPost("/sign-in", SignIn).AllowAnonymous();
        pages.MapPost("/sign-out", SignOut).AllowAnonymous();
        pages.MapPost("/language", ChooseLanguage).AllowAnonymous();
    }

    private static IResult SignIn(
        [FromForm] string? key, [FromForm] string? back, HttpContext context, AccessKeys keys, IDataProtectionProvider protection)
    {
        if (KeyAuthentication.SignIn(context, keys, protection, key ?? ""))
        {
            return SitePages.Back(back);
        }

        var again = SitePages.Show<SignInPage>(new { Back = back, Failed = true });
        again.StatusCode = StatusCodes.Status401Unauthorized;
        return again;
    }

    // The form has no field of its own; the token is asked for all the same.
    private static RedirectHttpResult SignOut([FromForm] string? back, HttpContext context)
    {
        KeyAuthentication.SignOut(context);
        return SitePages.Back(back);
    }

    private static RedirectHttpResult ChooseLanguage([FromForm] string? to, [FromForm] string? back, HttpResponse response)
    {
        if (Texts.Languages.FirstOrDefault(language => language.Name == to) is { } chosen)
        {
            response.Cookies.Append(
                Texts.CookieName,
                CookieRequestCultureProvider.MakeCookieValue(new(System.Globalization.CultureInfo.InvariantCulture, chosen)),
                new() { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(365) });
        }

        return SitePages.Back(back);
    }
}
