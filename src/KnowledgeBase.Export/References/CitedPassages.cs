using KnowledgeBase.Search.Citing;

namespace KnowledgeBase.Export.References;

/// <summary>What a reference manager is told of the passages taken from one source.</summary>
internal static class CitedPassages
{
    /// <summary>A line for each passage: its place and its words in quotation marks.</summary>
    public static IReadOnlyList<string> From(Compilation compilation, CompiledSource source) =>
    [
        .. compilation.Passages.Where(passage => passage.Source.Id == source.Id).Select(passage =>
            $"{CitedPlace.Of(passage.Entry) ?? "n.p."}: “{passage.Entry.Passage.Text.ReplaceLineEndings(" ")}”"),
    ];
}
