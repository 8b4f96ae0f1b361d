namespace KnowledgeBase.Extraction.Ocr;

/// <summary>Which pages are recognised from their picture.</summary>
public enum OcrMode
{
    /// <summary>Those without text that can be used.</summary>
    Auto,

    /// <summary>None.</summary>
    Off,

    /// <summary>All.</summary>
    Force,
}

/// <summary>How pages are recognised from their picture.</summary>
public sealed record OcrOptions
{
    /// <summary>The defaults.</summary>
    public static OcrOptions Default { get; } = new();

    /// <summary>Which pages; <see cref="OcrMode.Auto"/> by default.</summary>
    public OcrMode Mode { get; init; }

    /// <summary>Tesseract's codes of the languages to look for; those not installed are passed over. English, French and Spanish by default.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["eng", "fra", "spa"];

    /// <summary>Resolution at which pages are rendered, 150 to 600 dots per inch; 300 by default, lower for very large pages.</summary>
    public int DotsPerInch { get; init; } = 300;

    /// <summary>How long one page may take, child processes included; 90 s by default. It comes on top of the time limit of the file.</summary>
    public TimeSpan TimeLimitPerPage { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Pages recognised at the same time, at least 1; 2 by default.</summary>
    public int Parallel { get; init; } = 2;
}
