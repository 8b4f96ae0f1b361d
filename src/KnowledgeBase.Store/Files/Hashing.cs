using System.Security.Cryptography;

namespace KnowledgeBase.Store.Files;

/// <summary>Copies a stream and hashes it on the way.</summary>
internal static class Hashing
{
    /// <returns>Lower-case hexadecimal SHA-256 and length of what was copied.</returns>
    public static (string Sha256, long Length) Copy(Stream from, Stream to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        var length = 0L;
        for (var read = from.Read(buffer); read > 0; read = from.Read(buffer))
        {
            hash.AppendData(buffer, 0, read);
            to.Write(buffer, 0, read);
            length += read;
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }
}
