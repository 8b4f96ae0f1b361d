using KnowledgeBase.Documents;

namespace KnowledgeBase.Web.Pages;

/// <summary>What speaks for a tag, as people can check it: words that stand in the passage or over it, not the names of features.</summary>
internal static class TagReasons
{
    private const int Shown = 4;

    /// <summary>The weightiest words, each once; none for what a person decided.</summary>
    public static IReadOnlyList<string> Of(Tag tag, Passage passage) => tag.Origin == TagOrigin.Person
        ? []
        : [.. tag.Evidence.Where(evidence => evidence.Weight > 0).SelectMany(evidence => evidence.Text.Split(", "))
            .Where(words => words.Length > 2 && IsPrinted(words, passage)).Distinct(StringComparer.OrdinalIgnoreCase).Take(Shown)];

    private static bool IsPrinted(string words, Passage passage) =>
        passage.Text.Contains(words, StringComparison.OrdinalIgnoreCase)
        || passage.HeadingPath.Any(heading => heading.Contains(words, StringComparison.OrdinalIgnoreCase));
}
