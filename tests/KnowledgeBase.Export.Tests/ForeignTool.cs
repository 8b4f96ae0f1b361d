using System.Diagnostics;
using System.Text;

namespace KnowledgeBase.Export.Tests;

/// <summary>A program of others that reads what the exports write.</summary>
internal static class ForeignTool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static bool IsThere(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));

    /// <summary>Runs it in a folder; fails the test when it does not end well.</summary>
    /// <returns>What it wrote to stdout and to stderr.</returns>
    public static async Task<(string Out, string Talk)> RunAsync(string folder, string name, params string[] arguments)
    {
        var start = new ProcessStartInfo(name, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var talk = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, $"{name} ended with {process.ExitCode}: {await talk}");
        return (await output, await talk);
    }
}

/// <summary>A test with a program of others; skipped, with the reason, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ForeignToolFactAttribute : FactAttribute
{
    public ForeignToolFactAttribute(string tool, string package)
    {
        Tool = tool;
        Package = package;
        Skip = ForeignTool.IsThere(tool) ? null : $"needs {tool} (apt install {package})";
    }

    public string Tool { get; }

    public string Package { get; }
}
