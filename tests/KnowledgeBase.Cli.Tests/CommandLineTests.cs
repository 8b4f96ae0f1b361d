using KnowledgeBase.Cli;
using KnowledgeBase.Cli.Terminal;

namespace KnowledgeBase.Cli.Tests;

public sealed class CommandLineTests
{
    /// <summary>A command is made alone when the first word names it: it must then be the one that the full list has under that name.</summary>
    [Fact]
    public void A_command_made_alone_is_the_one_of_the_full_list()
    {
        using var shell = new Shell();
        var all = CommandLine.Root(shell);

        Assert.True(all.Subcommands.Count > 20);
        Assert.All(all.Subcommands, command =>
        {
            var alone = Assert.Single(CommandLine.RootFor(shell, [command.Name, "x"]).Subcommands);
            Assert.Equal(command.Name, alone.Name);
            Assert.Equal(command.Options.Select(option => option.Name), alone.Options.Select(option => option.Name));
        });
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("serch")]
    [InlineData("[suggest:3]")]
    public void Whatever_else_comes_first_is_read_with_all_commands(string first)
    {
        using var shell = new Shell();

        Assert.Equal(CommandLine.Root(shell).Subcommands.Count, CommandLine.RootFor(shell, [first]).Subcommands.Count);
    }
}
