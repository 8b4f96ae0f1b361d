namespace KnowledgeBase.Cli;

/// <summary>What the program tells a script.</summary>
internal static class ExitCodes
{
    /// <summary>Done, or found.</summary>
    public const int Done = 0;

    /// <summary>Nothing found.</summary>
    public const int NothingFound = 1;

    /// <summary>An error, told on stderr.</summary>
    public const int Error = 2;

    /// <summary>Stopped by Ctrl-C, as shells number it.</summary>
    public const int Interrupted = 130;
}
