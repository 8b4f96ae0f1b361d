using KnowledgeBase.Documents;

namespace KnowledgeBase.Ingestion;

/// <summary>A file to take in.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Name">As shown to people: the path as they gave it, or the file's path under the folder they gave.</param>
/// <param name="SizeBytes">Its size; 0 when it cannot be told.</param>
/// <param name="Fault">Why it cannot be read, when that is clear at once; else null.</param>
public sealed record FoundFile(string Path, string Name, long SizeBytes, Problem? Fault = null);

/// <summary>What was found.</summary>
/// <param name="Files">In a stable order: as given, folders in ordinal order of names; no file twice.</param>
/// <param name="PassedOver">How many files were left alone because their kind is not read or a rule leaves them out.</param>
public sealed record FoundFiles(IReadOnlyList<FoundFile> Files, int PassedOver)
{
    /// <summary>Those of them that were left alone for their kind alone, as shown to people: a report may be among them.</summary>
    public IReadOnlyList<string> OtherKinds { get; init; } = [];
}
