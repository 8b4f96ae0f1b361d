using KnowledgeBase.Documents;
using KnowledgeBase.Ingestion;
using KnowledgeBase.Store;
using Microsoft.AspNetCore.Http;

namespace KnowledgeBase.Web.Jobs;

/// <summary>Uploaded files on their way into the store, in a folder of their own.</summary>
/// <param name="Folder">Where they lie until the job ends.</param>
/// <param name="Files">The files.</param>
/// <param name="Options">How they are taken in.</param>
public sealed record UploadedFiles(string Folder, IReadOnlyList<FoundFile> Files, IngestOptions Options)
{
    private const string FolderName = "uploads";
    private const int MaxFiles = 50;
    private const int MaxNameLength = 120;

    /// <summary>Writes uploaded files to disk under names that cannot lead anywhere else.</summary>
    /// <param name="root">The data folder.</param>
    /// <param name="files">As uploaded; their names are a stranger's words.</param>
    /// <param name="visibility">Who may see the documents; null for what <paramref name="standard"/> says.</param>
    /// <param name="standard">Who may see them when nobody chose.</param>
    /// <param name="replaces">The document that the (one) file is a new version of, or null.</param>
    /// <param name="cancellationToken">Stops the writing; nothing stays.</param>
    /// <exception cref="RejectedInputException">No file, too many, or one to replace and several files.</exception>
    public static async Task<UploadedFiles> ReceiveAsync(
        string root, IReadOnlyList<IFormFile> files, Visibility? visibility, Visibility standard, DocumentId? replaces, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.Count is 0 or > MaxFiles)
        {
            throw new RejectedInputException(new("upload-files", $"Choose 1 to {MaxFiles} files to upload."));
        }

        if (replaces is not null && files.Count > 1)
        {
            throw new RejectedInputException(new("upload-files", "One document can be replaced by one file only."));
        }

        var upload = new UploadedFiles(
            Directory.CreateDirectory(Path.Combine(root, FolderName, Guid.NewGuid().ToString("N"))).FullName,
            [],
            new() { Visibility = visibility ?? standard, VisibilityChosen = visibility is not null, Replaces = replaces, RememberPaths = false, Parallel = 1 });
        try
        {
            var found = new List<FoundFile>();
            foreach (var file in files)
            {
                // Each in a folder of its own: two files may share a name.
                var path = Path.Combine(Directory.CreateDirectory(Path.Combine(upload.Folder, $"{found.Count}")).FullName, SafeName(file.FileName));
                await using var target = File.Create(path);
                await file.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
                found.Add(new(path, Path.GetFileName(path), file.Length));
            }

            return upload with { Files = found };
        }
        catch
        {
            upload.Delete();
            throw;
        }
    }

    /// <summary>Deletes what uploads of an earlier run of the program left behind.</summary>
    public static void DeleteAll(string root)
    {
        if (Directory.Exists(Path.Combine(root, FolderName)))
        {
            Directory.Delete(Path.Combine(root, FolderName), recursive: true);
        }
    }

    /// <summary>Deletes the files.</summary>
    public void Delete()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    /// <summary>The last part of a name, without control characters and what file systems forbid; "file" when nothing is left.</summary>
    internal static string SafeName(string name)
    {
        var last = name.AsSpan(name.AsSpan().LastIndexOfAny('/', '\\') + 1);
        var safe = string.Concat(last.ToString().Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter) && !"<>:\"|?*".Contains(letter, StringComparison.Ordinal)))
            .Trim().TrimStart('.');
        if (safe.Length > MaxNameLength)
        {
            var ending = Path.GetExtension(safe) is { Length: < 10 } known ? known : "";
            safe = safe[..(MaxNameLength - ending.Length)] + ending;
        }

        return safe.Length > 0 ? safe : "file";
    }
}
