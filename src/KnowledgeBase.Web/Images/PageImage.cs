using System.Buffers.Binary;

namespace KnowledgeBase.Web.Images;

/// <summary>The picture of a page.</summary>
/// <param name="Path">The PNG file.</param>
/// <param name="WidthPoints">Width of the page as shown, to a fraction of a pixel.</param>
/// <param name="HeightPoints">Height of the page as shown, to a fraction of a pixel.</param>
public sealed record PageImage(string Path, double WidthPoints, double HeightPoints)
{
    private const double PointsPerInch = 72;

    // The PNG signature and the head of the first chunk, which begins with width and height (https://www.w3.org/TR/png/#11IHDR).
    private const int SizeOffset = 16;

    internal static PageImage Read(string path, int dpi)
    {
        Span<byte> head = stackalloc byte[SizeOffset + 8];
        using var file = File.OpenRead(path);
        file.ReadExactly(head);
        var width = BinaryPrimitives.ReadInt32BigEndian(head[SizeOffset..]);
        var height = BinaryPrimitives.ReadInt32BigEndian(head[(SizeOffset + 4)..]);
        return new(path, width * PointsPerInch / dpi, height * PointsPerInch / dpi);
    }
}
