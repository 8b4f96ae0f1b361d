using System.ComponentModel;
using KnowledgeBase.Search.Answers;

namespace KnowledgeBase.Web.Api;

/// <summary>One part of a longer list.</summary>
/// <param name="Total">Number of all items.</param>
/// <param name="Offset">Items before this part.</param>
/// <param name="Items">This part.</param>
public sealed record Part<T>(int Total, int Offset, IReadOnlyList<T> Items);

/// <summary>A document as a list shows it.</summary>
public sealed record DocumentSummary(string Id, string File, string Format, IReadOnlyList<string> Authors, int Passages, int Footnotes, string Link)
{
    public string? Title { get; init; }

    public string? Subtitle { get; init; }

    public string? Series { get; init; }

    public string? Number { get; init; }

    public int? Year { get; init; }

    public string? Language { get; init; }

    [Description("A (quote freely) to D (check the print): how far the recovered structure can be trusted.")]
    public string? Grade { get; init; }

    [Description("public, network or restricted; only for editors.")]
    public string? Visibility { get; init; }

    public int Version { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>An area on a page.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Left">In PDF points from the page's left edge.</param>
/// <param name="Top">In PDF points from the page's top edge.</param>
/// <param name="Right">In PDF points.</param>
/// <param name="Bottom">In PDF points.</param>
public sealed record PageArea(int Page, double Left, double Top, double Right, double Bottom);

/// <summary>Why a tag was given.</summary>
public sealed record EvidenceShown(string Source, string Text, double Weight);

/// <summary>A tag with its evidence.</summary>
public sealed record TagExplained(string Tag, double Confidence, string Origin, IReadOnlyList<EvidenceShown> Evidence);

/// <summary>A footnote of a passage.</summary>
public sealed record FootnoteShown(string PassageId, string Number, string Type, string Text);

/// <summary>A passage with all that is known of it.</summary>
public sealed record PassageShown(
    string PassageId,
    string Text,
    string Role,
    IReadOnlyList<TagExplained> Kinds,
    IReadOnlyList<TagExplained> Themes,
    IReadOnlyList<TagExplained> Addressees,
    HitDocument Document,
    IReadOnlyList<string> HeadingPath,
    string Citation,
    IReadOnlyList<PageArea> Boxes,
    IReadOnlyList<FootnoteShown> Footnotes,
    string Link)
{
    public int? PageFirst { get; init; }

    public int? PageLast { get; init; }

    [Description("The page number printed on the page it begins on.")]
    public string? PageLabel { get; init; }

    public string? Attribution { get; init; }

    public string? Marker { get; init; }

    public string? Note { get; init; }

    public string? Language { get; init; }

    [Description("The id asked for, when the passage's words have changed since.")]
    public string? MovedFrom { get; init; }

    [Description("Where the picture of its first page is, when there is one.")]
    public string? PageImage { get; init; }
}

/// <summary>A passage with those around it, in reading order.</summary>
public sealed record PassageContext(IReadOnlyList<PassageShown> Before, PassageShown Passage, IReadOnlyList<PassageShown> After);

/// <summary>A person's decision on a tag.</summary>
public sealed record ReviewShown(
    long Id, string PassageId, string Field, string Label, string Decision, string Person, DateTimeOffset At, string? Why, string? UndoneBy);

/// <summary>A decision to record.</summary>
public sealed record ReviewInput(
    [property: Description("kind, theme, addressee or role")] string Field,
    string Label,
    [property: Description("confirm, reject or add")] string Decision,
    string? Why);

/// <summary>A collection as a list shows it.</summary>
public sealed record CollectionSummary(long Id, string Name, string? Note, string? UsedIn, int Count, DateTimeOffset UpdatedAt);

/// <summary>A passage in a collection.</summary>
public sealed record CollectionItemShown(long Id, string PassageId, string Text, string? Section, string? Note, string? Citation);

/// <summary>A collection with its passages.</summary>
public sealed record CollectionShown(
    long Id, string Name, string? Note, string? UsedIn, DateTimeOffset UpdatedAt, IReadOnlyList<CollectionItemShown> Items,
    [property: Description("What 'undo' would take back; only for editors.")] string? LastChange,
    [property: Description("Its number, to be given to 'undo' as 'change'.")] long? LastChangeId);

/// <summary>What a collection is called.</summary>
public sealed record CollectionInput(string Name, string? Note, string? UsedIn);

/// <summary>A passage to be put into a collection.</summary>
public sealed record CollectionItemInput(string PassageId, string? Section, string? Note);

/// <summary>Passages to be put into a collection.</summary>
public sealed record CollectionItemsInput(IReadOnlyList<CollectionItemInput> Items);

/// <summary>A change of a passage in a collection; what is left out stays, and an empty text takes away.</summary>
public sealed record CollectionItemChange(
    [property: Description("The heading it stands under; left out it stays, empty takes it away.")] string? Section,
    [property: Description("Left out it stays, empty takes it away.")] string? Note,
    [property: Description("Places to move it; below 0 is up. Then section and note stay.")] int? Move);

/// <summary>A collection to be made of passages at once.</summary>
public sealed record CollectionImport(string Name, string? Note, IReadOnlyList<CollectionItemInput> Items);

/// <summary>Passages to be exported.</summary>
public sealed record ExportInput(string Title, IReadOnlyList<CollectionItemInput> Items);

/// <summary>A job of the service.</summary>
public sealed record JobShown(
    long Id, string Kind, string State, string Input, string? Progress, IReadOnlyList<Jobs.JobOutcome> Outcomes, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>Who may see a document.</summary>
public sealed record VisibilityInput([property: Description("public, network or restricted")] string Visibility);

/// <summary>What a document's front matter is; what is left out stays, and an empty value takes back what was said.</summary>
public sealed record FrontInput
{
    public string? Title { get; init; }

    public string? Subtitle { get; init; }

    [Description("In order, as printed.")]
    public IReadOnlyList<string>? Authors { get; init; }

    [Description("Four digits; empty for what was read.")]
    public string? Year { get; init; }

    public string? Series { get; init; }

    [Description("Number in the series, or the document's symbol.")]
    public string? Number { get; init; }

    public string? Publisher { get; init; }
}

/// <summary>The service's health.</summary>
public sealed record Health(string Status);

/// <summary>What serves.</summary>
public sealed record VersionShown(string Product, string Version, IReadOnlyList<SiteEngine> Engines);

/// <summary>Something a person did.</summary>
public sealed record ActShown(DateTimeOffset At, string Person, string What, string Subject, string? Detail);
