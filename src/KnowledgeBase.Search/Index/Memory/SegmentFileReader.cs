using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace KnowledgeBase.Search.Index.Memory;

/// <summary>
/// Reads a file of segments straight into the arrays that stay: nothing is held twice, and the file is gone through once. What was read may
/// be used only when <see cref="IsWhole"/> says so at the end.
/// </summary>
internal sealed class SegmentFileReader : IDisposable
{
    private readonly FileStream file;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly long end;

    /// <exception cref="IOException">The file cannot be read.</exception>
    public SegmentFileReader(string path)
    {
        // Large arrays are read whole: a buffer between would only copy them.
        file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        end = file.Length - SHA256.HashSizeInBytes;
    }

    public int ReadNumber() => MemoryMarshal.Read<int>(ReadBytes(sizeof(int)));

    /// <summary>A text as <see cref="BinaryWriter.Write(string)"/> writes it.</summary>
    public string ReadString()
    {
        var length = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var part = ReadBytes(1)[0];
            length |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return Encoding.UTF8.GetString(ReadBytes(length));
            }
        }

        throw new InvalidDataException("A length without end.");
    }

    /// <summary>An array with its length before it.</summary>
    public T[] ReadItems<T>()
        where T : unmanaged
    {
        var count = ReadNumber();
        Claim(count * (long)Unsafe.SizeOf<T>());
        var items = GC.AllocateUninitializedArray<T>(count);
        Fill(MemoryMarshal.AsBytes(items.AsSpan()));
        return items;
    }

    /// <summary>True when the file was read to its end and is what was written.</summary>
    public bool IsWhole()
    {
        if (file.Position != end)
        {
            return false;
        }

        var written = new byte[SHA256.HashSizeInBytes];
        file.ReadExactly(written);
        return hash.GetCurrentHash().AsSpan().SequenceEqual(written);
    }

    public void Dispose()
    {
        file.Dispose();
        hash.Dispose();
    }

    private byte[] ReadBytes(int count)
    {
        Claim(count);
        var bytes = new byte[count];
        Fill(bytes);
        return bytes;
    }

    // A damaged length must not claim memory that the file cannot fill.
    private void Claim(long bytes)
    {
        if (bytes < 0 || bytes > end - file.Position)
        {
            throw new InvalidDataException("The file is shorter than it says.");
        }
    }

    private void Fill(Span<byte> bytes)
    {
        file.ReadExactly(bytes);
        hash.AppendData(bytes);
    }
}
