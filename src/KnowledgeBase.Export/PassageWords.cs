using KnowledgeBase.Documents;

namespace KnowledgeBase.Export;

/// <summary>A passage's words as a draft quotes them.</summary>
internal static class PassageWords
{
    /// <summary>The text, behind its printed number where it is an item of a numbered or lettered list.</summary>
    public static string Of(Passage passage) =>
        passage is { Role: PassageRole.ListItem, Marker: { } marker } && marker.Any(char.IsLetterOrDigit) ? $"{marker} {passage.Text}" : passage.Text;
}
