using System.CommandLine;

namespace KnowledgeBase.Cli.Commands;

/// <summary>Options that several commands have, so that they read the same everywhere.</summary>
internal static class SharedOptions
{
    /// <summary><c>--json</c>.</summary>
    public static Option<bool> Json(string description) => new("--json") { Description = description };
}
