namespace KnowledgeBase.Extraction.Processes;

/// <summary>What a child process may use.</summary>
/// <param name="Time">Wall-clock time after which it is killed.</param>
/// <param name="MemoryMegabytes">Address space in MB, enforced by prlimit where the system has it.</param>
public sealed record ChildLimits(TimeSpan Time, int MemoryMegabytes)
{
    /// <summary>Threads that a program using OpenMP may run; null leaves it to the program.</summary>
    public int? Threads { get; init; }
}
