using System.Text.Json.Serialization;

namespace KnowledgeBase.Store.Care;

/// <summary>What a backup holds: the entry "manifest.json" of the zip file.</summary>
/// <param name="Format">Version of this layout; 1.</param>
/// <param name="Schema">Schema number of the database.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Documents">Documents in it.</param>
/// <param name="Passages">Passages and footnotes in it.</param>
/// <param name="Entries">All other entries of the zip file.</param>
public sealed record BackupManifest(
    int Format, int Schema, DateTimeOffset CreatedAt, int Documents, int Passages, IReadOnlyList<BackupEntry> Entries);

/// <summary>One file in a backup.</summary>
/// <param name="Name">Path within the zip file, with slashes.</param>
/// <param name="Sha256">Lower-case hexadecimal hash of its content.</param>
/// <param name="SizeBytes">Length of its content.</param>
public sealed record BackupEntry(string Name, string Sha256, long SizeBytes);

/// <summary>Reads and writes the manifest.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
