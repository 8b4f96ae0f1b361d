using System.Text.Json;
using KnowledgeBase.Search.Citing;

namespace KnowledgeBase.Export.References;

/// <summary>CSL-JSON, as Zotero, Mendeley and citeproc read it: an item for each source, the quoted passages in its note.</summary>
public sealed class CslJsonFormat : IExportFormat
{
    /// <inheritdoc/>
    public string Name => "csl";

    /// <inheritdoc/>
    public string MediaType => "application/vnd.citationstyles.csl+json";

    /// <inheritdoc/>
    public string FileEnding => ".csl.json";

    /// <inheritdoc/>
    public void Write(Compilation compilation, ExportOptions options, Stream output)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        ArgumentNullException.ThrowIfNull(output);
        IReadOnlyList<CslItem> items = [.. compilation.Sources.Select(source => Item(compilation, source))];
        JsonSerializer.Serialize(output, items, ExportJson.Default.IReadOnlyListCslItem);
    }

    private static CslItem Item(Compilation compilation, CompiledSource source)
    {
        var front = source.Front;
        return new(source.Id.Value, "report")
        {
            Title = source.FullTitle,
            Author = Names(front.Authors),
            Editor = Names(front.Editors),
            CollectionTitle = front.Series,
            Number = front.Number,
            Publisher = front.Publisher,
            PublisherPlace = front.Place,
            Issued = front.Year is { } year ? new([[year]]) : null,
            Doi = front.Doi,
            Url = front.Url,
            Language = front.Language,
            Note = string.Join('\n', CitedPassages.From(compilation, source)),
        };
    }

    private static CslName[]? Names(IReadOnlyList<string> printed) => printed.Count == 0
        ? null
        : [.. printed.Select(AuthorName.Parse).Select(name => name.Given.Length == 0 ? new CslName(null, null, name.Family) : new(name.Family, name.Given, null))];
}
