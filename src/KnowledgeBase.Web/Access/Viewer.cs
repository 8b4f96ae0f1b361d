using System.Security.Claims;
using KnowledgeBase.Documents;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Access;

namespace KnowledgeBase.Web.Access;

/// <summary>Who asks.</summary>
/// <param name="Name">Name of the key; "local" without keys on this machine; empty for a visitor without a key.</param>
/// <param name="Role">What they may do, or null for a visitor without a key.</param>
public sealed record Viewer(string Name, AccessRole? Role)
{
    /// <summary>A visitor without a key.</summary>
    public static Viewer Nobody { get; } = new("", null);

    /// <summary>The only user of a service on this machine that has no keys.</summary>
    public static Viewer Local { get; } = new("local", AccessRole.Admin);

    /// <summary>The documents they may see: those of this visibility and wider.</summary>
    public Visibility Audience => Role switch
    {
        null => Visibility.Public,
        AccessRole.Reader => Visibility.Network,
        _ => Visibility.Restricted,
    };

    /// <summary>True when they review tags, gather collections and take documents in.</summary>
    public bool IsEditor => Role >= AccessRole.Editor;

    /// <summary>True when they remove documents and say who may see them.</summary>
    public bool IsAdmin => Role == AccessRole.Admin;

    /// <summary>The viewer of a request whose authentication has run.</summary>
    public static Viewer Of(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return principal.Identity is { IsAuthenticated: true, Name: { } name }
            && EnumWords.Find<AccessRole>(principal.FindFirstValue(ClaimTypes.Role) ?? "") is { } role
            ? new(name, role)
            : Nobody;
    }

    internal ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        Role is { } role ? [new(ClaimTypes.Name, Name), new(ClaimTypes.Role, EnumWords.Of(role))] : [], scheme, ClaimTypes.Name, ClaimTypes.Role));
}
