using KnowledgeBase.Web.Access;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KnowledgeBase.Web.Api;

/// <summary>The OpenAPI document: what is not told by the endpoints themselves. docs/openapi.json is its committed copy.</summary>
internal static class ApiDescription
{
    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "MSN knowledge base",
                Version = "v1",
                Description =
                    "Passages of mediation reports, with citation and printed page. A passage is its author's view, not a position of the network. "
                    + "Errors are problem details with a permanent 'code'. Lists are paged by 'limit' and 'offset'. Answers that follow from the store "
                    + "carry entity tags.",
            };
            document.Servers = [];
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[KeyAuthentication.SchemeName] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key made by 'kb keys create'. Without keys, the service answers to its own machine only.",
            };
            document.Security = [new() { [new OpenApiSecuritySchemeReference(KeyAuthentication.SchemeName, document)] = [] }];
            return Task.CompletedTask;
        });
    }
}
