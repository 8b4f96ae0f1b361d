using KnowledgeBase.Documents;
using KnowledgeBase.Store;

namespace KnowledgeBase.Cli.Json;

/// <summary>The answer of <c>kb list --json</c>.</summary>
internal sealed record DocumentListShape(int Total, DocumentRowShape[] Documents);

/// <summary>A document in a list.</summary>
internal sealed record DocumentRowShape(
    string Id, int Version, string File, string Sha256, string Format, string Visibility, int Passages, int Footnotes, string Tagger,
    DateTimeOffset AddedAt, DateTimeOffset UpdatedAt)
{
    public string? Title { get; init; }

    public string? Series { get; init; }

    public string? Number { get; init; }

    public int? Year { get; init; }

    public string? Language { get; init; }

    public string? Grade { get; init; }

    public string? Path { get; init; }

    public static DocumentRowShape Of(DocumentInfo info) => new(
        info.Id.Value, info.Version, info.Source.FileName, info.Source.Sha256, EnumWords.Of(info.Source.Format), EnumWords.Of(info.Visibility),
        info.PassageCount, info.FootnoteCount, info.Tagger, info.AddedAt, info.UpdatedAt)
    {
        Title = info.Title,
        Series = info.Series,
        Number = info.Number,
        Year = info.Year,
        Language = info.Language,
        Grade = info.GradeLetter,
        Path = info.Path,
    };
}

/// <summary>The answer of <c>kb remove --json</c>.</summary>
internal sealed record RemovedShape(string Removed, string? Title);

/// <summary>The answer of <c>kb status --json</c>.</summary>
internal sealed record StatusShape(
    string Version, string Data, int Documents, int Passages, int Footnotes, long DatabaseBytes, bool IndexCurrent,
    Dictionary<string, int> Formats, Dictionary<string, int> Languages, Dictionary<string, int> Grades, Dictionary<string, int> Taggers,
    Dictionary<string, string> Engines, Dictionary<string, bool> Tools);

/// <summary>The answer of <c>kb verify --json</c>.</summary>
internal sealed record VerifyShape(bool Sound, int Documents, int Passages, int Files, int SweptFiles, ProblemShape[] Problems);

/// <summary>The answer of <c>kb reindex --json</c>.</summary>
internal sealed record ReindexShape(int Documents, double Seconds);

/// <summary>The answer of <c>kb backup --json</c> and <c>kb restore --json</c>.</summary>
internal sealed record BackupShape(string File, int Documents, int Passages, int Files, DateTimeOffset CreatedAt);
