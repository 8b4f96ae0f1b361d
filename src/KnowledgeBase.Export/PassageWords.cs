using KnowledgeBase.Documents;

namespace KnowledgeBase.Export;

/// <summary>A passage's words as a draft quotes them.</summary>
internal static class PassageWords
{
    /// <summary>The text; where it stays among its neighbours, behind its printed number if it is an item of a numbered or lettered list.</summary>
    public static string Of(CompiledPassage compiled)
    {
        var passage = compiled.Entry.Passage;
        return compiled.IsInPlace && passage is { Role: PassageRole.ListItem, Marker: { } marker } && marker.Any(char.IsLetterOrDigit)
            ? $"{marker} {passage.Text}"
            : passage.Text;
    }
}
