using System.CommandLine;

namespace KnowledgeBase.Cli.Commands;

/// <summary>A command that shows examples in its help.</summary>
/// <param name="name">The word typed.</param>
/// <param name="description">One sentence, shown in the list of commands.</param>
internal sealed class KbCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines as one would type them, each with what it does.</summary>
    public IReadOnlyList<(string Line, string Does)> Examples { get; init; } = [];
}
