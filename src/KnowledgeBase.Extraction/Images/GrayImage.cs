using System.Text;

namespace KnowledgeBase.Extraction.Images;

/// <summary>A picture of gray values, row by row from the top left.</summary>
/// <param name="width">Columns, at least 1.</param>
/// <param name="height">Rows, at least 1.</param>
/// <param name="pixels">0 (black) to 255 (white), one byte each; the image owns them.</param>
internal sealed class GrayImage(int width, int height, byte[] pixels)
{
    private const int HeaderBytes = 64;

    /// <summary>Columns.</summary>
    public int Width { get; } = width;

    /// <summary>Rows.</summary>
    public int Height { get; } = height;

    /// <summary>All values, <see cref="Width"/> to the row.</summary>
    public byte[] Pixels { get; } = pixels.Length == width * height
        ? pixels
        : throw new ArgumentException("The number of pixels is not width times height.", nameof(pixels));

    /// <summary>A white picture.</summary>
    public static GrayImage White(int width, int height)
    {
        var pixels = new byte[width * height];
        Array.Fill(pixels, (byte)255);
        return new(width, height, pixels);
    }

    /// <summary>One row.</summary>
    public Span<byte> Row(int y) => Pixels.AsSpan(y * Width, Width);

    /// <summary>Reads a binary PGM (P5, 8 bits), as pdftoppm writes it.</summary>
    /// <exception cref="InvalidDataException">It is none, or cut off.</exception>
    public static async Task<GrayImage> ReadPgmAsync(string path, CancellationToken cancellationToken)
    {
        var bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        var (magic, width, height, start) = PnmHeader.Read(bytes);
        if (magic != "P5" || bytes.Length - start < (long)width * height)
        {
            throw new InvalidDataException($"'{Path.GetFileName(path)}' is not a whole binary PGM picture.");
        }

        return new(width, height, bytes.AsSpan(start, width * height).ToArray());
    }

    /// <summary>Writes a binary PGM.</summary>
    public async Task WritePgmAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous);
        var header = new byte[HeaderBytes];
        var length = Encoding.ASCII.GetBytes(FormattableString.Invariant($"P5\n{Width} {Height}\n255\n"), header);
        await stream.WriteAsync(header.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(Pixels, cancellationToken).ConfigureAwait(false);
    }
}
