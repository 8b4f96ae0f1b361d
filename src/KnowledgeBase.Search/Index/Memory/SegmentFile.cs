using System.Runtime.InteropServices;
using System.Security.Cryptography;
using KnowledgeBase.Store.Index;

namespace KnowledgeBase.Search.Index.Memory;

/// <summary>
/// Keeps segments in a file beside the store, so that a service starts in a second and not in the time it takes to read half a million
/// passages. The file is a shortcut, never a source: one that is missing, damaged, of another store or of another making of the index data
/// is passed over.
/// </summary>
internal static class SegmentFile
{
    private const string Magic = "MSNK segments 1";

    /// <summary>Writes segments; the file appears whole or not at all.</summary>
    public static void Write(string path, StoreStamp stamp, IReadOnlyList<PostingsSegment> segments)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            using (var file = File.Create(temporary))
            using (var hash = SHA256.Create())
            {
                using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
                using (var writer = new BinaryWriter(hashed))
                {
                    writer.Write(Magic);
                    writer.Write(stamp.ToString());
                    writer.Write(segments.Count);
                    foreach (var segment in segments)
                    {
                        Write(writer, segment);
                    }
                }

                file.Write(hash.Hash);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>True when a file begins as one of this store does.</summary>
    public static bool IsOf(string path, StoreStamp stamp)
    {
        try
        {
            using var file = new SegmentFileReader(path);
            return IsOf(file, stamp);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return false;
        }
    }

    private static bool IsOf(SegmentFileReader file, StoreStamp stamp) => file.ReadString() == Magic && file.ReadString() == stamp.ToString();

    /// <summary>Reads segments; none when the file cannot be used.</summary>
    public static IReadOnlyList<PostingsSegment> Read(string path, StoreStamp stamp)
    {
        try
        {
            using var file = new SegmentFileReader(path);
            if (!IsOf(file, stamp))
            {
                return [];
            }

            var segments = new List<PostingsSegment>();
            for (var left = file.ReadNumber(); left > 0; left--)
            {
                segments.Add(ReadSegment(file));
            }

            return file.IsWhole() ? segments : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return [];
        }
    }

    private static void Write(BinaryWriter writer, PostingsSegment segment)
    {
        Write(writer, segment.Documents);
        Write(writer, segment.Lengths);
        Write(writer, segment.Forms);
        Write(writer, segment.Stems);
        Write(writer, segment.ByStem);
        Write(writer, segment.FirstPassages);
        Write(writer, segment.Places);
        Write(writer, segment.Positions);
    }

    private static PostingsSegment ReadSegment(SegmentFileReader file) => new()
    {
        Documents = file.ReadItems<SegmentDocument>(),
        Lengths = file.ReadItems<int>(),
        Forms = ReadBlock(file),
        Stems = ReadBlock(file),
        ByStem = file.ReadItems<int>(),
        FirstPassages = file.ReadItems<int>(),
        Places = ReadBlock(file),
        Positions = ReadBlock(file),
    };

    private static void Write(BinaryWriter writer, SegmentBlock block)
    {
        Write(writer, block.Bytes);
        Write(writer, block.Starts);
    }

    private static SegmentBlock ReadBlock(SegmentFileReader file) => new(file.ReadItems<byte>(), file.ReadItems<int>());

    private static void Write<T>(BinaryWriter writer, T[] items)
        where T : unmanaged
    {
        writer.Write(items.Length);
        writer.Write(MemoryMarshal.AsBytes(items.AsSpan()));
    }
}
