using KnowledgeBase.Documents;
using KnowledgeBase.Store.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace KnowledgeBase.Web.Access;

/// <summary>What an endpoint asks of the viewer.</summary>
internal static class AccessPolicies
{
    private const string Editor = "editor";
    private const string Admin = "admin";

    /// <summary>Endpoints that say nothing are for readers; for everybody where the site is open to the public.</summary>
    public static void Configure(AuthorizationOptions options, SiteOptions site)
    {
        options.AddPolicy(Editor, policy => policy.RequireRole(EnumWords.Of(AccessRole.Editor), EnumWords.Of(AccessRole.Admin)));
        options.AddPolicy(Admin, policy => policy.RequireRole(EnumWords.Of(AccessRole.Admin)));
        options.FallbackPolicy = site.OpenToPublic ? null : new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
    }

    /// <summary>For those who review tags, gather collections and take documents in.</summary>
    public static T ForEditors<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.RequireAuthorization(Editor);

    /// <summary>For those who remove documents and say who may see them.</summary>
    public static T ForAdmins<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.RequireAuthorization(Admin);
}
