using KnowledgeBase.Acceptance.Tests.Running;

namespace KnowledgeBase.Acceptance.Tests;

/// <summary>The script <c>./kb</c>, which builds when it must; these tests run it as it stands after a build.</summary>
public sealed class StartScriptTests : IDisposable
{
    private readonly KbProgram kb = new();

    [UnixFact]
    public async Task Works_through_a_link_and_keeps_the_callers_folder()
    {
        kb.Write("here/note.md", "# Note\n\nMediators who know each other lose less time.\n");
        File.CreateSymbolicLink(kb.PathOf("start"), Path.Combine(Repository.Root, "kb"));

        var result = await KbProgram.FinishAsync(kb.Launch("bash", ["-c", "cd here && ../start ingest note.md"]));

        Assert.True(result.ExitCode == 0, result.Out + result.Talk);
        Assert.True(File.Exists(kb.PathOf("here/kb-data/kb.db")));
    }

    [UnixFact]
    public async Task Without_the_SDK_says_how_to_install_it()
    {
        // A copy, so that there is nothing built; and a PATH with the shell's own tools but no dotnet.
        foreach (var part in new[] { "kb", ".start/engines.sh", ".start/needs.sh", ".start/test.sh" })
        {
            kb.Write(Path.Combine("copy", part), await File.ReadAllTextAsync(Path.Combine(Repository.Root, part)));
        }

        var result = await KbProgram.FinishAsync(kb.Launch("bash", ["-c", """
            mkdir bin; for tool in bash cat cp find mkdir mktemp mv readlink rm dirname; do ln -s "$(command -v $tool)" bin/; done
            PATH=$PWD/bin HOME=$PWD bash copy/kb list
            """]));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(".NET 10 SDK", result.Talk, StringComparison.Ordinal);
        Assert.Contains("Fedora", result.Talk, StringComparison.Ordinal);
    }

    public void Dispose() => kb.Dispose();
}
