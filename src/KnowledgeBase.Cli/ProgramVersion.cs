using System.Reflection;

namespace KnowledgeBase.Cli;

/// <summary>The program's version.</summary>
internal static class ProgramVersion
{
    /// <summary>Number, and the commit it was built from.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
