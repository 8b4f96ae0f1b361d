using KnowledgeBase.Documents;
using KnowledgeBase.Store.Access;

namespace KnowledgeBase.Cli.Json;

/// <summary>A key in <c>kb keys list --json</c>.</summary>
internal sealed record KeyShape(string Name, string Role, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt)
{
    public static KeyShape Of(AccessKey key) => new(key.Name, EnumWords.Of(key.Role), key.CreatedAt, key.RevokedAt);
}
