using System.Net;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Web.Hosting;

/// <summary>Checks where the site is to listen, before anything is opened.</summary>
internal static class ListenAddresses
{
    public static void Check(SiteParts parts, SiteOptions options)
    {
        foreach (var url in options.Urls)
        {
            if (!Uri.TryCreate(url.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal), UriKind.Absolute, out var address)
                || address.Scheme != Uri.UriSchemeHttp)
            {
                throw new RejectedInputException(new(
                    "bad-url", $"'{url}' is no address to listen on. Write one such as {SiteOptions.DefaultUrl}; for https put a proxy before the service."));
            }

            if (!IsLoopback(address) && !parts.Store.Keys.Any && !options.OpenToPublic)
            {
                throw new RejectedInputException(new(
                    "keys-needed",
                    $"'{url}' can be reached from other machines, and no key protects this knowledge base. Make one with 'kb keys create NAME --role admin', or listen on {SiteOptions.DefaultUrl}."));
            }
        }
    }

    private static bool IsLoopback(Uri address) => address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));
}
