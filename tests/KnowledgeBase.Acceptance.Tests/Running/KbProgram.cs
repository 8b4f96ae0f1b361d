using System.Diagnostics;
using System.Text;

namespace KnowledgeBase.Acceptance.Tests.Running;

/// <summary>What a run of the program gave.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Out">All of stdout.</param>
/// <param name="Talk">All of stderr.</param>
internal sealed record KbResult(int ExitCode, string Out, string Talk)
{
    public IReadOnlyList<string> Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The real program, as built, in a fresh folder of its own that is gone afterwards.</summary>
internal sealed class KbProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly string Dll = Path.Combine(AppContext.BaseDirectory, "kb.dll");

    public KbProgram() => Directory.CreateDirectory(Folder);

    /// <summary>Where the program is run; "kb-data" is made here.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"kb-accept-{Guid.NewGuid():N}");

    /// <summary>Variables for the program; null takes one away.</summary>
    public Dictionary<string, string?> Environment { get; } = new()
    {
        ["KB_DATA"] = null,
        ["NO_COLOR"] = null,

        // What is printed must not depend on whether this machine has the sentence encoder.
        ["KB_MODELS"] = Path.Combine(Path.GetTempPath(), "kb-no-models"),
    };

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a file into the folder and gives its path.</summary>
    public string Write(string name, string text)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs it to its end.</summary>
    public Task<KbResult> RunAsync(params string[] arguments) => FinishAsync(Start(arguments));

    /// <summary>Runs it and asserts that it says done.</summary>
    public async Task<KbResult> DoAsync(params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.True(result.ExitCode == 0, $"kb {string.Join(' ', arguments)} ended with {result.ExitCode}\n{result.Out}\n{result.Talk}");
        return result;
    }

    /// <summary>Starts it, to be watched or stopped.</summary>
    public Process Start(params string[] arguments) => Launch(DotnetPath, [Dll, .. arguments]);

    /// <summary>
    /// Starts it so that it heeds the interrupt signal: tests that run in the background of a shell, or under nohup, ignore that signal, and so
    /// would all that they start.
    /// </summary>
    public Process StartInterruptible(params string[] arguments) => OperatingSystem.IsLinux()
        ? Launch("env", ["--default-signal=INT", DotnetPath, Dll, .. arguments])
        : Start(arguments);

    /// <summary>Runs a line of a shell in which <c>kb</c> is the program.</summary>
    public Task<KbResult> ShellAsync(string line) =>
        FinishAsync(Launch("bash", ["-c", $"kb() {{ '{DotnetPath}' '{Dll}' \"$@\"; }}; {line}"]));

    /// <summary>Waits for the end of a started program.</summary>
    public static async Task<KbResult> FinishAsync(Process process)
    {
        using (process)
        {
            using var limit = new CancellationTokenSource(Patience);
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var talk = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new(process.ExitCode, await output, await talk);
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>The full path of dotnet, so that a test may change PATH.</summary>
    public static string DotnetPath { get; } = System.Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet"
        ? own
        : (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "dotnet")).First(File.Exists);

    /// <summary>Starts any program in this folder with these variables.</summary>
    public Process Launch(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
