using System.CommandLine;

namespace KnowledgeBase.Cli.Commands;

/// <summary>Options and arguments that several commands have, so that they read the same everywhere.</summary>
internal static class SharedOptions
{
    /// <summary><c>--json</c>.</summary>
    public static Option<bool> Json(string description) => new("--json") { Description = description };

    /// <summary>The document meant.</summary>
    public static Argument<string> Document() => new("DOC")
    {
        Description = "Id of the document, the beginning of it (4 characters or more), its file name or path.",
    };
}
