using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;

namespace KnowledgeBase.Store.Access;

/// <summary>What the holder of a key may do; each role may do what those before it may.</summary>
public enum AccessRole
{
    /// <summary>Searches, reads and exports what is public or of the network.</summary>
    Reader,

    /// <summary>Reads everything, reviews tags, gathers collections, takes documents in.</summary>
    Editor,

    /// <summary>Removes documents, says who may see them.</summary>
    Admin,
}

/// <summary>A key as a list shows it: never the key itself.</summary>
/// <param name="Name">Whose key it is; acts are logged under this name.</param>
/// <param name="Role">What its holder may do.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="RevokedAt">When it was withdrawn, or null while it opens.</param>
public sealed record AccessKey(string Name, AccessRole Role, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);

/// <summary>
/// Keys to the service. Only a SHA-256 of each is stored: a key is 256 random bits, so a slow hash would add nothing. Safe to use from several threads.
/// </summary>
public sealed class AccessKeys
{
    private const string Prefix = "kb_";
    private const int KeyBytes = 32;
    private const int MaxNameLength = 100;
    private readonly StoreDatabase database;
    private readonly TimeProvider time;

    internal AccessKeys(StoreDatabase database, TimeProvider time)
    {
        this.database = database;
        this.time = time;
    }

    /// <summary>True when any key was ever made: from then on the service asks for one.</summary>
    public bool Any => database.Read(connection => connection.Count("SELECT count(*) FROM access_key") > 0);

    /// <summary>All keys, by name, the withdrawn ones included.</summary>
    public IReadOnlyList<AccessKey> List() => database.Read(connection => connection.Rows(
        "SELECT name, role, created_at, revoked_at FROM access_key ORDER BY name",
        r => new AccessKey(r.GetString(0), EnumWords.Find<AccessRole>(r.GetString(1))!.Value, r.Time(2), r.IsDBNull(3) ? null : r.Time(3))));

    /// <summary>Makes a key.</summary>
    /// <returns>The key; it is shown this once and cannot be recovered.</returns>
    /// <exception cref="RejectedInputException">The name is empty, too long or taken (<c>key-name</c>).</exception>
    public string Create(string name, AccessRole role)
    {
        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > MaxNameLength)
        {
            throw StoreFailure.Rejection("key-name", $"A key needs a name of 1 to {MaxNameLength} characters.");
        }

        var key = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        var made = database.Write(connection => connection.Run(
            "INSERT INTO access_key (name, hash, role, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO NOTHING",
            trimmed, Hash(key), EnumWords.Of(role), time.GetUtcNow().ToColumn()));
        return made > 0
            ? key
            : throw StoreFailure.Rejection("key-name", $"There is, or was, a key named '{trimmed}'. Choose another name; 'kb keys list' shows them.");
    }

    /// <summary>Withdraws a key: it opens nothing from now on.</summary>
    /// <returns>False when there is no key of that name that still opens.</returns>
    public bool Revoke(string name) => database.Write(connection => connection.Run(
        "UPDATE access_key SET revoked_at = $2 WHERE name = $1 AND revoked_at IS NULL", name, time.GetUtcNow().ToColumn()) > 0);

    /// <summary>Whose key this is; null when it is none, or was withdrawn.</summary>
    public AccessKey? Find(string key) => database.Read(connection => connection.Rows(
        "SELECT name, role, created_at FROM access_key WHERE hash = $1 AND revoked_at IS NULL",
        r => new AccessKey(r.GetString(0), EnumWords.Find<AccessRole>(r.GetString(1))!.Value, r.Time(2), null),
        Hash(key)).FirstOrDefault());

    /// <summary>The key of a name; null when there is none, or it was withdrawn.</summary>
    public AccessKey? FindByName(string name) => List().FirstOrDefault(key => key.Name == name && key.RevokedAt is null);

    // Looking up by hash also means that no comparison leaks how much of a key was right.
    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
