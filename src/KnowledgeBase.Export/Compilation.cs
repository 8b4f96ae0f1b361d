using KnowledgeBase.Documents;
using KnowledgeBase.Store;

namespace KnowledgeBase.Export;

/// <summary>Passages gathered to be taken along: hits of a search, a collection, a document.</summary>
/// <param name="Title">What the gathering is called; not empty.</param>
/// <param name="Sections">In order.</param>
/// <param name="MadeAt">When it was gathered.</param>
public sealed record Compilation(string Title, IReadOnlyList<CompiledSection> Sections, DateTimeOffset MadeAt)
{
    /// <summary>Words of introduction, or null.</summary>
    public string? Note { get; init; }

    /// <summary>The publication that the passages were used in, or null.</summary>
    public string? UsedIn { get; init; }

    /// <summary>True when a collection was gathered, so that its file can make it anew.</summary>
    public bool IsCollection { get; init; }

    /// <summary>All passages, in order.</summary>
    public IEnumerable<CompiledPassage> Passages => Sections.SelectMany(section => section.Passages);

    /// <summary>The documents that the passages stand in, each once, in the order of first use.</summary>
    public IReadOnlyList<CompiledSource> Sources => [.. Passages.Select(passage => passage.Source).DistinctBy(source => source.Id)];
}

/// <summary>Passages under one heading.</summary>
/// <param name="Heading">The heading, or null for passages before the first.</param>
/// <param name="Passages">In order; may be empty where a subsection follows.</param>
/// <param name="Level">Depth of the heading, from 1.</param>
public sealed record CompiledSection(string? Heading, IReadOnlyList<CompiledPassage> Passages, int Level = 1);

/// <summary>One gathered passage or footnote.</summary>
/// <param name="Entry">The passage.</param>
/// <param name="Source">The document it stands in.</param>
/// <param name="Tags">The tags that hold.</param>
public sealed record CompiledPassage(PassageEntry Entry, CompiledSource Source, PassageTags Tags)
{
    /// <summary>What the person who gathered it noted, or null.</summary>
    public string? Note { get; init; }

    /// <summary>True when it stands among its own neighbours, so that the number of a list item says something.</summary>
    public bool IsInPlace { get; init; }
}

/// <summary>A document that is cited.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Front">What it says of itself.</param>
/// <param name="FileName">Stands for a title that is not known.</param>
public sealed record CompiledSource(DocumentId Id, FrontMatter Front, string FileName)
{
    /// <summary>"Title: Subtitle" as far as known, else the file's name.</summary>
    public string FullTitle => Front switch
    {
        { Title: { } title, Subtitle: { } subtitle } => $"{title}: {subtitle}",
        { Title: { } title } => title,
        _ => FileName,
    };
}
