using System.Text.Json;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Citing;

namespace KnowledgeBase.Export.Tables;

/// <summary>
/// JSON Lines: an object for each passage, in snake case, with the names of the search answer. Before them stands a line
/// <c>{"collection": {"name", "note", "used_in"}}</c> where a collection has an introduction or a use that would be lost.
/// </summary>
public sealed class JsonLinesFormat : IExportFormat
{
    /// <inheritdoc/>
    public string Name => "jsonl";

    /// <inheritdoc/>
    public string MediaType => "application/jsonl; charset=utf-8";

    /// <inheritdoc/>
    public string FileEnding => ".jsonl";

    /// <inheritdoc/>
    public void Write(Compilation compilation, ExportOptions options, Stream output)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        var citations = new CitationWriter(options.Style);
        if (compilation is { IsCollection: true } and ({ Note: not null } or { UsedIn: not null }))
        {
            JsonSerializer.Serialize(output, new(new(compilation.Title, compilation.Note, compilation.UsedIn)), ExportJson.Default.HeadLine);
            output.WriteByte((byte)'\n');
        }

        foreach (var section in compilation.Sections)
        {
            foreach (var passage in section.Passages)
            {
                JsonSerializer.Serialize(output, Shape(section, passage, citations, options), ExportJson.Default.PassageLine);
                output.WriteByte((byte)'\n');
            }
        }
    }

    private static PassageLine Shape(CompiledSection section, CompiledPassage compiled, CitationWriter citations, ExportOptions options)
    {
        var (passage, front) = (compiled.Entry.Passage, compiled.Source.Front);
        return new(
            passage.Id.Value,
            passage.Text,
            EnumWords.Of(passage.Role),
            Shape(compiled.Tags.Kinds),
            Shape(compiled.Tags.Themes),
            Shape(compiled.Tags.Addressees),
            new(compiled.Source.Id.Value, front.Title, front.Authors, front.Series, front.Number, front.Year, compiled.Source.FileName),
            passage.HeadingPath,
            citations.CitePassage(front, compiled.Source.FileName, compiled.Entry).Text)
        {
            Section = section.Heading,
            PageFirst = passage.PageFirst,
            PageLast = passage.PageLast,
            PageLabel = passage.PageLabelFirst,
            Attribution = passage.Attribution,
            Note = compiled.Note,
            Link = PassageLinks.Of(passage.Id, options.BaseAddress),
        };
    }

    private static TagLine[] Shape(IReadOnlyList<Tag> tags) =>
        [.. tags.Select(tag => new TagLine(tag.Label, Math.Round(tag.Confidence, 3), EnumWords.Of(tag.Origin)))];
}
