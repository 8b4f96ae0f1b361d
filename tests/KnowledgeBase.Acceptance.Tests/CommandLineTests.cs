using KnowledgeBase.Acceptance.Tests.Running;

namespace KnowledgeBase.Acceptance.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly KbProgram kb = new();

    [Theory]
    [InlineData("ingest")]
    [InlineData("search")]
    [InlineData("list")]
    [InlineData("show")]
    [InlineData("remove")]
    [InlineData("edit")]
    [InlineData("extract")]
    [InlineData("inspect")]
    [InlineData("status")]
    [InlineData("verify")]
    [InlineData("reindex")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("demo")]
    [InlineData("completion")]
    public async Task Every_command_explains_itself(string command)
    {
        var overview = await kb.DoAsync("--help");
        var help = await kb.DoAsync(command, "--help");

        Assert.Contains($"\n  {command}", overview.Out, StringComparison.Ordinal);
        Assert.Contains($"kb {command}", help.Out, StringComparison.Ordinal);
        Assert.Contains("--data", help.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_in_one_line_that_a_command_does_not_exist()
    {
        var result = await kb.RunAsync("serach", "trust");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Out);
        var line = Assert.Single(result.Talk.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("'serach'", line, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'kb search'?", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ingest")]
    [InlineData("ingest", "x.pdf", "--time-limit", "0")]
    [InlineData("ingest", "x.pdf", "--jobs", "many")]
    [InlineData("ingest", "x.pdf", "--visibility", "everybody")]
    [InlineData("show")]
    [InlineData("list", "--nonsense")]
    [InlineData("completion", "tcsh")]
    public async Task Misuse_ends_with_two_and_one_line(params string[] arguments)
    {
        var result = await kb.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Out);
        Assert.StartsWith("kb: ", Assert.Single(result.Talk.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("search", "trust")]
    [InlineData("status")]
    [InlineData("verify")]
    [InlineData("backup", "b.zip")]
    public async Task Without_a_knowledge_base_says_how_to_make_one_and_makes_none(params string[] arguments)
    {
        var result = await kb.RunAsync(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("kb ingest", result.Talk, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(kb.Folder));
    }

    [Fact]
    public async Task The_data_folder_is_named_by_option_or_variable()
    {
        kb.Write("note.md", "# Note\n\nMediators who know each other lose less time.\n");

        await kb.DoAsync("ingest", "note.md", "--data", "by-option");
        kb.Environment["KB_DATA"] = kb.PathOf("by-variable");
        await kb.DoAsync("ingest", "note.md");

        Assert.True(File.Exists(kb.PathOf("by-option/kb.db")));
        Assert.True(File.Exists(kb.PathOf("by-variable/kb.db")));
        Assert.False(Directory.Exists(kb.PathOf("kb-data")));
    }

    [Theory]
    [InlineData("bash", "complete ")]
    [InlineData("zsh", "compdef ")]
    [InlineData("fish", "complete -c kb")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task Prints_a_completion_script_for_each_shell(string shell, string expected) =>
        Assert.Contains(expected, (await kb.DoAsync("completion", shell)).Out, StringComparison.Ordinal);

    [UnixFact]
    public async Task Bash_completes_commands_and_options()
    {
        var result = await kb.ShellAsync("""
            source <(kb completion bash)
            COMP_WORDS=(kb ver) COMP_CWORD=1 COMP_LINE="kb ver" COMP_POINT=6; _kb_complete; echo "${COMPREPLY[@]}"
            COMP_WORDS=(kb ingest --time) COMP_CWORD=2 COMP_LINE="kb ingest --time" COMP_POINT=16; _kb_complete; echo "${COMPREPLY[@]}"
            """);

        Assert.Equal(["verify", "--time-limit"], result.Lines);
    }

    [UnixFact]
    public async Task A_reader_that_goes_away_is_no_error()
    {
        await kb.DoAsync("ingest", Repository.PaperFiles[0]);

        var result = await kb.ShellAsync("set -o pipefail; kb show \"$(kb list --json | grep -m1 -o '[0-9a-f]\\{12\\}')\" --json | head -c 100 >/dev/null");

        Assert.Equal((0, ""), (result.ExitCode, result.Talk));
    }

    public void Dispose() => kb.Dispose();
}
