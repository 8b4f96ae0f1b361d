using System.Collections.Concurrent;
using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Processes;
using KnowledgeBase.Store;

namespace KnowledgeBase.Web.Images;

/// <summary>
/// Pictures of PDF pages, made by Poppler's pdftoppm when first asked for and kept under the data folder by the hash of the file, so that they
/// never go stale; the folder is held under <see cref="SiteOptions.PageImageMegabytes"/>. Safe to use from several threads.
/// </summary>
/// <param name="parts">The store.</param>
/// <param name="options">How large the folder may grow.</param>
public sealed class PageImages(SiteParts parts, SiteOptions options) : IDisposable
{
    /// <summary>Resolutions that are made, in dots per inch; any other would let a caller fill the disk.</summary>
    public static readonly IReadOnlyList<int> ResolutionsDpi = [72, ReadingDpi, FineDpi];

    /// <summary>The resolution of the pages that people read.</summary>
    public const int ReadingDpi = 110;

    /// <summary>The resolution of the pages that people look at more closely.</summary>
    public const int FineDpi = 200;

    // A page that could not be drawn is not tried again for so long: it would hold one of few children for its whole time limit at each view.
    private static readonly TimeSpan FailureKept = TimeSpan.FromHours(1);
    private const int MostFailures = 10_000;

    // A page of a picture book may take long; more children than cores gain nothing.
    private static readonly ChildLimits Limits = new(TimeSpan.FromSeconds(20), 1024);
    private readonly SemaphoreSlim children = new(2);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> making = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> failed = new(StringComparer.Ordinal);
    private readonly ImageShelf shelf = new(Path.Combine(parts.Store.Root, "page-images"), options.PageImageMegabytes * 1024L * 1024L);

    /// <summary>The picture of a page as a PNG file.</summary>
    /// <param name="document">A PDF.</param>
    /// <param name="page">From 1.</param>
    /// <param name="dpi">One of <see cref="ResolutionsDpi"/>.</param>
    /// <param name="cancellationToken">Stops the making.</param>
    /// <returns>The picture, or null when the page cannot be drawn: no PDF, no such page, protected by a password.</returns>
    /// <exception cref="ToolMissingException">pdftoppm is not installed.</exception>
    public async Task<PageImage?> GetAsync(DocumentInfo document, int page, int dpi, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        if (document.Source.Format != SourceFormat.Pdf || parts.Store.Documents.OriginalPath(document.Id) is not { } original)
        {
            return null;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{document.Source.Sha256[..32]}-{page}-{dpi}");
        if (Read(name, dpi) is { } there)
        {
            return there;
        }

        if (HasFailed(name))
        {
            return null;
        }

        // Several viewers of one page wait for one child.
        var gate = making.GetOrAdd(name, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Read(name, dpi) is { } meanwhile)
            {
                return meanwhile;
            }

            if (!HasFailed(name) && !await MakeAsync(original, page, dpi, name, cancellationToken).ConfigureAwait(false))
            {
                Remember(name);
            }

            return Read(name, dpi);
        }
        finally
        {
            gate.Release();
            making.TryRemove(name, out _);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => children.Dispose();

    private PageImage? Read(string name, int dpi) => shelf.Take(name, parts.Time.GetUtcNow().UtcDateTime) ? PageImage.Read(shelf.PathOf(name), dpi) : null;

    private bool HasFailed(string name)
    {
        if (failed.TryGetValue(name, out var at) && parts.Time.GetUtcNow() - at < FailureKept)
        {
            return true;
        }

        failed.TryRemove(name, out _);
        return false;
    }

    private void Remember(string name)
    {
        if (failed.Count >= MostFailures)
        {
            failed.Clear();
        }

        failed[name] = parts.Time.GetUtcNow();
    }

    // False when the page could not be drawn; a missing tool and a caller who went away are no fault of the page.
    private async Task<bool> MakeAsync(string original, int page, int dpi, string name, CancellationToken cancellationToken)
    {
        var made = shelf.NewStem() + ".png";
        await children.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await parts.DrawPage(original, page, dpi, made, cancellationToken).ConfigureAwait(false);
            if (!File.Exists(made))
            {
                return false;
            }

            shelf.Put(made, name);
            return true;
        }
        finally
        {
            children.Release();
            File.Delete(made);
        }
    }

    internal static async Task DrawWithPopplerAsync(string file, int page, int dpi, string target, CancellationToken cancellationToken)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        string[] arguments =
        [
            "-png", "-singlefile", "-q", "-f", number, "-l", number, "-r", dpi.ToString(CultureInfo.InvariantCulture),
            // pdftoppm adds the ending itself.
            file, Path.ChangeExtension(target, null),
        ];
        var result = await ChildProcess.RunAsync("pdftoppm", arguments, Limits, _ => { }, cancellationToken).ConfigureAwait(false);
        if (result.TimedOut || result.ExitCode != 0)
        {
            // A picture broken off in the middle is none.
            File.Delete(target);
        }
    }
}
