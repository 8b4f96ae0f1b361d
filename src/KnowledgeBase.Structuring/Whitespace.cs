using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring;

/// <summary>Blanks of any kind and number to single blanks.</summary>
internal static partial class Whitespace
{
    public static string Collapse(string text) => Run().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Run();
}
