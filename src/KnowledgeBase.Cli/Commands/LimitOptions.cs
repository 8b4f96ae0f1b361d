using System.CommandLine;
using KnowledgeBase.Extraction;
using KnowledgeBase.Extraction.Ocr;

namespace KnowledgeBase.Cli.Commands;

/// <summary>The options of commands that read files: password, limits, recognition of pictures.</summary>
internal sealed class LimitOptions
{
    private readonly Option<string?> password = new("--password") { Description = "Opens protected PDFs.", HelpName = "WORD" };

    private readonly Option<double> timeLimit = SharedOptions.Number(
        "--time-limit", "Seconds that reading one file may take.", "SECONDS", (0.001, 86_400), ExtractionOptions.Default.TimeLimit.TotalSeconds);

    private readonly Option<int> memoryLimit = SharedOptions.Count(
        "--memory-limit", "Megabytes of memory that a tool may use for one file.", "MB", (64, 1 << 20), ExtractionOptions.Default.MemoryLimitMegabytes);

    private readonly Option<string> ocr = new("--ocr")
    {
        Description = "Recognise pages from their picture: auto (those without usable text), always or never.",
        HelpName = "WHEN",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<string[]> ocrLanguages = new("--ocr-lang")
    {
        Description = "Languages that recognition looks for, in Tesseract's codes, joined by commas (default: eng,fra,spa).",
        HelpName = "CODES",
        CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split([',', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
    };

    public LimitOptions() => ocr.AcceptOnlyFromAmong("auto", "always", "never");

    public void AddTo(Command command)
    {
        command.Add(password);
        command.Add(timeLimit);
        command.Add(memoryLimit);
        command.Add(ocr);
        command.Add(ocrLanguages);
    }

    public ExtractionOptions Read(ParseResult parsed) => ExtractionOptions.Default with
    {
        Password = parsed.GetValue(password),
        TimeLimit = TimeSpan.FromSeconds(parsed.GetValue(timeLimit)),
        MemoryLimitMegabytes = parsed.GetValue(memoryLimit),
        Ocr = OcrOptions.Default with
        {
            Mode = parsed.GetValue(ocr) switch { "always" => OcrMode.Force, "never" => OcrMode.Off, _ => OcrMode.Auto },
            Languages = parsed.GetValue(ocrLanguages) is { Length: > 0 } codes ? codes : OcrOptions.Default.Languages,
        },
    };
}
