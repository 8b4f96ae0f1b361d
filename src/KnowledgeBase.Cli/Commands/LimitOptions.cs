using System.CommandLine;
using KnowledgeBase.Extraction;

namespace KnowledgeBase.Cli.Commands;

/// <summary>The options of commands that read files: password and limits.</summary>
internal sealed class LimitOptions
{
    private readonly Option<string?> password = new("--password") { Description = "Opens protected PDFs.", HelpName = "WORD" };

    private readonly Option<double> timeLimit = SharedOptions.Number(
        "--time-limit", "Seconds that reading one file may take.", "SECONDS", (0.001, 86_400), ExtractionOptions.Default.TimeLimit.TotalSeconds);

    private readonly Option<int> memoryLimit = SharedOptions.Count(
        "--memory-limit", "Megabytes of memory that a tool may use for one file.", "MB", (64, 1 << 20), ExtractionOptions.Default.MemoryLimitMegabytes);

    public void AddTo(Command command)
    {
        command.Add(password);
        command.Add(timeLimit);
        command.Add(memoryLimit);
    }

    public ExtractionOptions Read(ParseResult parsed) => ExtractionOptions.Default with
    {
        Password = parsed.GetValue(password),
        TimeLimit = TimeSpan.FromSeconds(parsed.GetValue(timeLimit)),
        MemoryLimitMegabytes = parsed.GetValue(memoryLimit),
    };
}
