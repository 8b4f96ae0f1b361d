using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Web.Pages;

/// <summary>Styles, script and pictures of the site itself, which lie in the assembly.</summary>
internal static class SiteAssets
{
    private static readonly FrozenDictionary<string, (byte[] Bytes, string Version)> Files = Read();

    /// <summary>The address of a file; it changes with the file's content, so that browsers may keep it for ever.</summary>
    public static string Address(string name) => $"/assets/{name}?v={Files[name].Version}";

    public static Results<FileContentHttpResult, NotFound> Get(string name, HttpRequest request, HttpResponse response, string? v = null)
    {
        if (!Files.TryGetValue(name, out var file))
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = v == file.Version ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.File(file.Bytes, TypeOf(name), entityTag: new($"\"{file.Version}\""));
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };

    private static FrozenDictionary<string, (byte[] Bytes, string Version)> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = new Dictionary<string, (byte[], string)>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith("assets/", StringComparison.Ordinal)))
        {
            using var bytes = new MemoryStream();
            using var stream = assembly.GetManifestResourceStream(resource)!;
            stream.CopyTo(bytes);
            files[resource["assets/".Length..]] = (bytes.ToArray(), Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()).AsSpan(0, 6)));
        }

        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
