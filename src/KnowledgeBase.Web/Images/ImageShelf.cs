namespace KnowledgeBase.Web.Images;

/// <summary>
/// The folder of page images, held under a size: when it has grown past it, the images that were not asked for the longest go, down to four
/// fifths, so that the next image does not clear again. Images are only kept for speed; any can be made anew. Safe to use from several threads.
/// </summary>
/// <param name="folder">The folder; made when the first image is put there.</param>
/// <param name="maxBytes">Its size, from 1.</param>
internal sealed class ImageShelf(string folder, long maxBytes)
{
    private const string Ending = ".png";
    private const double KeptShare = 0.8;

    private readonly Lock clearing = new();
    private long? size;

    /// <summary>Where an image of this name lies or will lie.</summary>
    public string PathOf(string name) => Path.Combine(folder, name + Ending);

    /// <summary>A path for an image in the making; it has to end in ".png" when it is put on the shelf.</summary>
    public string NewStem()
    {
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"making-{Guid.NewGuid():N}");
    }

    /// <summary>True when the image is there; its time of use is set to now.</summary>
    public bool Take(string name, DateTime nowUtc)
    {
        try
        {
            File.SetLastWriteTimeUtc(PathOf(name), nowUtc);
            return true;
        }
        catch (IOException)
        {
            // Not there: it has to be made.
            return false;
        }
    }

    /// <summary>Puts a finished image under its name, and clears the shelf when it has grown too large.</summary>
    public void Put(string made, string name)
    {
        File.Move(made, PathOf(name), overwrite: true);
        lock (clearing)
        {
            size = size is { } known ? known + new FileInfo(PathOf(name)).Length : Measure();
            if (size > maxBytes)
            {
                Clear(name);
            }
        }
    }

    private long Measure() => Images().Sum(image => image.Length);

    private void Clear(string kept)
    {
        var left = Measure();
        foreach (var image in Images().Where(image => image.FullName != PathOf(kept)).OrderBy(image => image.LastWriteTimeUtc))
        {
            if (left <= maxBytes * KeptShare)
            {
                break;
            }

            left -= image.Length;
            image.Delete();
        }

        size = left;
    }

    private FileInfo[] Images() => [.. new DirectoryInfo(folder).EnumerateFiles("*" + Ending).Where(file => !file.Name.StartsWith("making-", StringComparison.Ordinal))];
}
