using KnowledgeBase.Extraction.Ocr;

namespace KnowledgeBase.Extraction;

/// <summary>Limits and secrets of reading one file.</summary>
public sealed record ExtractionOptions
{
    /// <summary>The defaults.</summary>
    public static ExtractionOptions Default { get; } = new();

    /// <summary>Opens protected PDFs; null when there is none. Never written to logs or messages.</summary>
    public string? Password { get; init; }

    /// <summary>How long reading one file may take, child processes included; 60 s by default.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Memory that one child process may use, in megabytes; 1024 by default.</summary>
    public int MemoryLimitMegabytes { get; init; } = 1024;

    /// <summary>Largest file that is read, in megabytes; 512 by default.</summary>
    public int FileSizeLimitMegabytes { get; init; } = 512;

    /// <summary>Largest amount of text that a file may unpack to, in megabytes; 256 by default. Guards against zip bombs.</summary>
    public int UnpackedLimitMegabytes { get; init; } = 256;

    /// <summary>How pages without usable text are recognised from their picture.</summary>
    public OcrOptions Ocr { get; init; } = OcrOptions.Default;
}
