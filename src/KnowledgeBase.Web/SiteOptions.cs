using KnowledgeBase.Store;

namespace KnowledgeBase.Web;

/// <summary>How the site is served.</summary>
public sealed record SiteOptions
{
    /// <summary>Where it listens by default: this machine alone.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Where it listens; port 0 takes a free one. Default <see cref="DefaultUrl"/>.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>Other sites whose pages may call the API, such as "https://example.org"; default none.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    /// <summary>
    /// Proxies before the service, by address or network ("10.0.0.0/24"), besides those on this machine: what they say of scheme, host and address
    /// of a request is believed. Default none.
    /// </summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>True when visitors without a key may read what is public; then everything else needs a key, on this machine too. Default false.</summary>
    public bool OpenToPublic { get; init; }

    /// <summary>Who may see uploaded documents; default <see cref="Visibility.Network"/>.</summary>
    public Visibility UploadVisibility { get; init; } = Visibility.Network;

    /// <summary>Largest upload in MB, from 1; default 100.</summary>
    public int MaxUploadMegabytes { get; init; } = 100;

    /// <summary>Room for pictures of pages under the data folder in MB, from 1; default 500. The oldest make room.</summary>
    public int PageImageMegabytes { get; init; } = 500;

    /// <summary>Requests a minute that one caller may make, from 1; default 600. Local use without keys is not limited.</summary>
    public int RequestsPerMinute { get; init; } = 600;

    /// <summary>Longest time for answering one request, uploads and event streams aside; default 30 seconds.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Hits of documents with this grade or a worse one ask to check the print: "A" to "D"; default "D".</summary>
    public string CheckPrintFrom { get; init; } = "D";

    /// <summary>The JSON file with the classifiers' measured figures, or null when there is none.</summary>
    public string? EvaluationFile { get; init; }

    /// <summary>True to log to standard error; default true.</summary>
    public bool Log { get; init; } = true;

    /// <summary>True to log a JSON object a line, for programs that gather logs; default a line for people.</summary>
    public bool LogJson { get; init; }
}
