using Microsoft.AspNetCore.Http;

namespace KnowledgeBase.Web;

/// <summary>Addresses that several parts must agree on.</summary>
internal static class SitePaths
{
    /// <summary>Where the API begins.</summary>
    public const string Api = "/api/v1";

    /// <summary>True for calls of programs, which are answered in JSON.</summary>
    public static bool IsApi(PathString path) => path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>An address of this site that a request asks to go back to; the start page when it leads elsewhere.</summary>
    public static string Local(string? address) =>
        address is ['/', ..] && address is not (['/', '/', ..] or ['/', '\\', ..]) && !address.Any(char.IsControl) ? address : "/";
}
