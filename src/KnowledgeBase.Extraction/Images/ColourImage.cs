using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Images;

/// <summary>A colour.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly record struct Rgb(byte Red, byte Green, byte Blue);

/// <summary>A picture in colour that can be drawn on and written as PNG. What lies outside it is passed over.</summary>
public sealed class ColourImage
{
    private const int Channels = 3;
    private readonly byte[] pixels;

    private ColourImage(int width, int height, byte[] pixels) => (Width, Height, this.pixels) = (width, height, pixels);

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>A white picture.</summary>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    public static ColourImage White(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        var pixels = new byte[width * height * Channels];
        Array.Fill(pixels, (byte)255);
        return new(width, height, pixels);
    }

    /// <summary>Renders a page of a PDF.</summary>
    /// <param name="path">The file.</param>
    /// <param name="page">Index from 1.</param>
    /// <param name="dotsPerInch">Resolution; a point has this by 72 pixels.</param>
    /// <param name="options">Limits and password.</param>
    /// <param name="cancellationToken">Kills the child and removes its file.</param>
    /// <exception cref="RejectedInputException">The page cannot be rendered (<c>page-not-rendered</c>).</exception>
    /// <exception cref="Processes.ToolMissingException">Poppler is not installed.</exception>
    public static async Task<ColourImage> RenderAsync(
        string path, int page, int dotsPerInch, ExtractionOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var folder = new Processes.TempFolder();
        var picture = await PageRendering.RenderAsync(
            Path.GetFullPath(path), page, dotsPerInch, gray: false, options.Password, folder.File("page"),
            new(options.TimeLimit, options.MemoryLimitMegabytes), cancellationToken).ConfigureAwait(false);
        if (picture is null)
        {
            throw new RejectedInputException(new(
                "page-not-rendered",
                FormattableString.Invariant($"Page {page} of '{Path.GetFileName(path)}' could not be rendered within the limits; raise --memory-limit, or look whether the file has that page."), page));
        }

        return ReadPpm(await File.ReadAllBytesAsync(picture, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The colour of a pixel.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside.</exception>
    public Rgb this[int x, int y]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)x, (uint)Width);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height);
            var at = ((y * Width) + x) * Channels;
            return new(pixels[at], pixels[at + 1], pixels[at + 2]);
        }
    }

    /// <summary>Mixes a colour into an area.</summary>
    /// <param name="left">First column.</param>
    /// <param name="top">First row.</param>
    /// <param name="right">Last column, exclusive.</param>
    /// <param name="bottom">Last row, exclusive.</param>
    /// <param name="colour">The colour.</param>
    /// <param name="share">Its share, from 0 (nothing changes) to 1 (the area has this colour).</param>
    public void Fill(int left, int top, int right, int bottom, Rgb colour, double share)
    {
        for (var y = Math.Max(0, top); y < Math.Min(Height, bottom); y++)
        {
            for (var x = Math.Max(0, left); x < Math.Min(Width, right); x++)
            {
                var at = ((y * Width) + x) * Channels;
                pixels[at] = Mixed(pixels[at], colour.Red, share);
                pixels[at + 1] = Mixed(pixels[at + 1], colour.Green, share);
                pixels[at + 2] = Mixed(pixels[at + 2], colour.Blue, share);
            }
        }
    }

    /// <summary>Draws the edges of an area, inwards.</summary>
    /// <inheritdoc cref="Fill"/>
    /// <param name="thickness">Of the edges, in pixels.</param>
    public void Frame(int left, int top, int right, int bottom, Rgb colour, int thickness)
    {
        Fill(left, top, right, top + thickness, colour, 1);
        Fill(left, bottom - thickness, right, bottom, colour, 1);
        Fill(left, top, left + thickness, bottom, colour, 1);
        Fill(right - thickness, top, right, bottom, colour, 1);
    }

    /// <summary>Writes a PNG.</summary>
    public Task WritePngAsync(Stream stream, CancellationToken cancellationToken) => PngWriter.WriteAsync(stream, Width, Height, pixels, cancellationToken);

    /// <summary>Reads a binary PPM (P6, 8 bits).</summary>
    internal static ColourImage ReadPpm(byte[] bytes)
    {
        var (magic, width, height, start) = PnmHeader.Read(bytes);
        if (magic != "P6" || bytes.Length - start < (long)width * height * Channels)
        {
            throw new InvalidDataException("Not a whole binary PPM picture.");
        }

        return new(width, height, bytes.AsSpan(start, width * height * Channels).ToArray());
    }

    private static byte Mixed(byte old, byte value, double share) => (byte)Math.Round(old + ((value - old) * share));
}
