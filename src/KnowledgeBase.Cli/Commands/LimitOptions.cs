using System.CommandLine;
using KnowledgeBase.Extraction;

namespace KnowledgeBase.Cli.Commands;

/// <summary>The options of commands that read files: password and limits.</summary>
internal sealed class LimitOptions
{
    private readonly Option<string?> password = new("--password") { Description = "Opens protected PDFs.", HelpName = "WORD" };

    private readonly Option<double> timeLimit = new("--time-limit")
    {
        Description = "Seconds that reading one file may take.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => ExtractionOptions.Default.TimeLimit.TotalSeconds,
    };

    private readonly Option<int> memoryLimit = new("--memory-limit")
    {
        Description = "Megabytes of memory that a tool may use for one file.",
        HelpName = "MB",
        DefaultValueFactory = _ => ExtractionOptions.Default.MemoryLimitMegabytes,
    };

    public LimitOptions()
    {
        timeLimit.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.GetValueOrDefault<double>() is > 0 and <= 86_400)
            {
                return;
            }

            result.AddError("--time-limit takes seconds, more than 0 and at most 86400.");
        });
        memoryLimit.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.GetValueOrDefault<int>() >= 64)
            {
                return;
            }

            result.AddError("--memory-limit takes megabytes, at least 64.");
        });
    }

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
