using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace KnowledgeBase.Extraction.Processes;

/// <summary>How a child process ended.</summary>
/// <param name="ExitCode">Its exit code; -1 when it was killed.</param>
/// <param name="TimedOut">True when it ran past its time limit and was killed.</param>
/// <param name="Errors">The first 16 kB of what it wrote to standard error.</param>
public sealed record ChildResult(int ExitCode, bool TimedOut, string Errors);

/// <summary>
/// Runs a tool without a shell, under a time and a memory limit, streaming its output line by line; the child and its
/// children are killed on cancellation, on time-out and when the consumer fails.
/// </summary>
public static class ChildProcess
{
    private const int MaxErrorCharacters = 16 * 1024;
    private static readonly bool HasPrlimit = OperatingSystem.IsLinux() && FindOnPath("prlimit") is not null;

    /// <summary>Finds a program on the PATH.</summary>
    /// <returns>Its full path, or null.</returns>
    public static string? FindOnPath(string program)
    {
        var names = OperatingSystem.IsWindows() ? new[] { program + ".exe", program } : [program];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Runs the program and hands each line of its standard output to <paramref name="onLine"/>.</summary>
    /// <param name="program">Name on the PATH.</param>
    /// <param name="arguments">Passed as they are.</param>
    /// <param name="limits">Time and memory.</param>
    /// <param name="onLine">Called for each line, in order, on one thread.</param>
    /// <param name="cancellationToken">Kills the child.</param>
    /// <exception cref="ToolMissingException">The program is not installed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled by the caller.</exception>
    public static async Task<ChildResult> RunAsync(
        string program, IReadOnlyList<string> arguments, ChildLimits limits, Action<string> onLine, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments, limits);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limits.Time);
        var errors = ReadErrorsAsync(process.StandardError);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(deadline.Token).ConfigureAwait(false) is { } line)
            {
                onLine(line);
            }

            await process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
            return new(process.ExitCode, false, await errors.ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Kill(process);
            return new(-1, true, await errors.ConfigureAwait(false));
        }
        finally
        {
            Kill(process);
        }
    }

    private static Process Start(string program, IReadOnlyList<string> arguments, ChildLimits limits)
    {
        var start = new ProcessStartInfo
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            FileName = program,
        };
        if (HasPrlimit)
        {
            // prlimit replaces itself by the program, so there is still one child to watch.
            start.FileName = "prlimit";
            start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--as={limits.MemoryMegabytes * 1024L * 1024L}"));
            start.ArgumentList.Add("--");
            start.ArgumentList.Add(program);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (limits.Threads is { } threads)
        {
            start.Environment["OMP_THREAD_LIMIT"] = threads.ToString(CultureInfo.InvariantCulture);
        }

        if (FindOnPath(program) is null)
        {
            throw new ToolMissingException(program);
        }

        try
        {
            var process = Process.Start(start) ?? throw new ToolMissingException(program);
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception error)
        {
            throw new ToolMissingException(program, error);
        }
    }

    private static async Task<string> ReadErrorsAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (text.Length < MaxErrorCharacters)
            {
                text.AppendLine(line);
            }
        }

        return text.ToString();
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit(2000);
            }
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the kill: nothing is left to end.
        }
    }
}
