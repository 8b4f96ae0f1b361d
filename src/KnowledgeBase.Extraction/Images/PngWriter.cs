using System.Buffers.Binary;
using System.IO.Compression;

namespace KnowledgeBase.Extraction.Images;

/// <summary>Writes pictures of 8-bit red, green and blue as PNG (W3C, Portable Network Graphics, third edition).</summary>
internal static class PngWriter
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <summary>Writes one.</summary>
    /// <param name="stream">Takes the file; left open.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="pixels">Three bytes a pixel, row by row.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static async Task WriteAsync(Stream stream, int width, int height, byte[] pixels, CancellationToken cancellationToken)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        // 8 bits a channel, true colour, and the only compression, filtering and order without interlacing.
        (header[8], header[9]) = (8, 2);

        await stream.WriteAsync(Signature, cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(Chunk("IHDR"u8, header), cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(Chunk("IDAT"u8, Packed(width, height, pixels)), cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(Chunk("IEND"u8, []), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Rows compressed; each begins with its filter, here Up (2): pages differ little from one row to the next.</summary>
    private static byte[] Packed(int width, int height, byte[] pixels)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var stride = 3 * width;
            var row = new byte[stride + 1];
            row[0] = 2;
            for (var y = 0; y < height; y++)
            {
                for (var i = 0; i < stride; i++)
                {
                    row[i + 1] = (byte)(pixels[(y * stride) + i] - (y > 0 ? pixels[((y - 1) * stride) + i] : 0));
                }

                zlib.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        var chunk = new byte[data.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(data.Length + 8), Crc(chunk.AsSpan(4, data.Length + 4)));
        return chunk;
    }

    /// <summary>CRC-32 as annex D of the specification gives it.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in bytes)
        {
            crc = CrcTable[(crc ^ value) & 0xFF] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (var n = 0u; n < 256; n++)
        {
            var c = n;
            for (var k = 0; k < 8; k++)
            {
                c = (c & 1) != 0 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
            }

            table[n] = c;
        }

        return table;
    }
}
