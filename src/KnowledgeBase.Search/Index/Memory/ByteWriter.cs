namespace KnowledgeBase.Search.Index.Memory;

/// <summary>Writes bytes and whole numbers of variable length: seven bits a byte, the lowest first, the high bit set while more follow.</summary>
internal sealed class ByteWriter
{
    private const int LongestNumber = 5;

    private byte[] bytes = new byte[64];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Write(int number)
    {
        Reserve(LongestNumber);
        Length += Write(bytes.AsSpan(Length), number);
    }

    /// <summary>Writes a number to the start of a span and gives the bytes it took.</summary>
    public static int Write(Span<byte> target, int number)
    {
        var written = 0;
        var rest = (uint)number;
        while (rest >= 0x80)
        {
            target[written++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        target[written++] = (byte)rest;
        return written;
    }

    public void Write(ReadOnlySpan<byte> span)
    {
        Reserve(span.Length);
        span.CopyTo(bytes.AsSpan(Length));
        Length += span.Length;
    }

    /// <summary>Bytes that a number takes.</summary>
    public static int SizeOf(int number) => ((31 - System.Numerics.BitOperations.LeadingZeroCount((uint)number | 1)) / 7) + 1;

    private void Reserve(int more)
    {
        if (Length + more > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + more));
        }
    }
}
