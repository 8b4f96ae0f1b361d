using System.Net;

namespace KnowledgeBase.Web.Access;

/// <summary>The names by which a machine calls itself.</summary>
internal static class LocalNames
{
    /// <summary>True for localhost and loopback addresses; a name that its owner points to 127.0.0.1 is none.</summary>
    public static bool IsLocal(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
