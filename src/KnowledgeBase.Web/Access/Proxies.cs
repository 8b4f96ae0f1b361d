using System.Net;
using KnowledgeBase.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace KnowledgeBase.Web.Access;

/// <summary>
/// Proxies before the service: whose word is taken for the scheme, the host and the address that a request came with
/// (X-Forwarded-Proto, -Host and -For). Those on this machine, and those that the options name; what others say is left aside.
/// </summary>
internal static class Proxies
{
    // The middleware takes away the headers that it believed and keeps what the request had before in those of the second row.
    private static readonly string[] Traces =
    [
        "Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host",
        "X-Original-For", "X-Original-Proto", "X-Original-Host",
    ];

    /// <summary>What the framework's middleware is told.</summary>
    /// <exception cref="RejectedInputException">A proxy is given by no address and no network (<c>bad-proxy</c>).</exception>
    public static ForwardedHeadersOptions Believed(SiteOptions site)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            // As many as stand in a row: it ends at the first that is not known.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownProxies.Add(IPAddress.IPv6Loopback);
        options.KnownIPNetworks.Clear();
        options.KnownIPNetworks.Add(new(new(new byte[] { 127, 0, 0, 0 }), 8));
        foreach (var proxy in site.Proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (IPNetwork.TryParse(proxy, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new RejectedInputException(new(
                    "bad-proxy", $"'{proxy}' is no address of a proxy. Write one such as 10.0.0.5, or a network such as 10.0.0.0/24."));
            }
        }

        return options;
    }

    /// <summary>True when a request says that it was passed on, whether that is believed or not.</summary>
    public static bool PassedOn(HttpRequest request) => Traces.Any(request.Headers.ContainsKey);
}
