using System.Diagnostics;
using System.Globalization;

namespace KnowledgeBase.Benchmarks.Ingest;

/// <summary>
/// Seconds of wall clock and of processor, child processes that have ended included (user and system time of /proc/self/stat; Linux only).
/// On a shared machine the processor's seconds are what can be compared.
/// </summary>
/// <param name="Wall">Since an arbitrary moment.</param>
/// <param name="Processor">Of this process and the children it waited for.</param>
internal readonly record struct CpuClock(double Wall, double Processor)
{
    /// <summary>Clock ticks a second, fixed by Linux for what /proc shows.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>Place of "utime" after the closing bracket of the program's name; stime, cutime and cstime follow.</summary>
    private const int UserTimeField = 11;

    public static CpuClock Now()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = fields.Skip(UserTimeField).Take(4).Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
        return new(Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency, ticks / TicksPerSecond);
    }

    /// <summary>What has gone by since an earlier moment.</summary>
    public CpuClock Since(CpuClock earlier) => new(Wall - earlier.Wall, Processor - earlier.Processor);

    /// <summary>Both together.</summary>
    public CpuClock Plus(CpuClock other) => new(Wall + other.Wall, Processor + other.Processor);
}
