using System.Globalization;
using System.Text;

namespace KnowledgeBase.Extraction.Images;

/// <summary>The head of a binary PGM or PPM picture (netpbm's pgm(5) and ppm(5)).</summary>
internal static class PnmHeader
{
    /// <summary>Reads it.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <returns>"P5" or "P6", the size in pixels, and where the pixels start.</returns>
    /// <exception cref="InvalidDataException">Not such a picture, or not of 8 bits.</exception>
    public static (string Magic, int Width, int Height, int Start) Read(ReadOnlySpan<byte> bytes)
    {
        var position = 0;
        var magic = Next(bytes, ref position);
        if (magic is not ("P5" or "P6")
            || !int.TryParse(Next(bytes, ref position), NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            || !int.TryParse(Next(bytes, ref position), NumberStyles.None, CultureInfo.InvariantCulture, out var height)
            || Next(bytes, ref position) != "255" || width <= 0 || height <= 0)
        {
            throw new InvalidDataException("Not a binary PGM or PPM picture of 8 bits.");
        }

        // One blank, and only one, ends the head.
        return (magic, width, height, position + 1);
    }

    private static string Next(ReadOnlySpan<byte> bytes, ref int position)
    {
        while (position < bytes.Length && (IsBlank(bytes[position]) || bytes[position] == '#'))
        {
            if (bytes[position] == '#')
            {
                while (position < bytes.Length && bytes[position] != '\n')
                {
                    position++;
                }
            }
            else
            {
                position++;
            }
        }

        var start = position;
        while (position < bytes.Length && !IsBlank(bytes[position]))
        {
            position++;
        }

        return Encoding.ASCII.GetString(bytes[start..position]);
    }

    private static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';
}
