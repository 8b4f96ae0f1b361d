using System.Runtime.CompilerServices;

namespace KnowledgeBase.Search.Index.Memory;

/// <summary>Reads what <see cref="ByteWriter"/> wrote.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="at">Where to begin in them.</param>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes, int at = 0)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int At { get; private set; } = at;

    public readonly bool AtEnd => At >= bytes.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Read()
    {
        int value = bytes[At++];
        if (value < 0x80)
        {
            return value;
        }

        value &= 0x7F;
        for (var shift = 7; ; shift += 7)
        {
            int next = bytes[At++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    public ReadOnlySpan<byte> Read(int length)
    {
        var span = bytes.Slice(At, length);
        At += length;
        return span;
    }

    public void Skip(int numbers)
    {
        for (; numbers > 0; numbers--)
        {
            while (bytes[At++] >= 0x80)
            {
            }
        }
    }
}
