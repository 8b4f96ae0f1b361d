using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>What printers and offices put at the foot of pages for themselves.</summary>
internal static partial class PrintersMarks
{
    /// <summary>True for a line of such marks.</summary>
    public static bool Are(string text) => IsJobNumber(text) || Sign().IsMatch(text) || Continued().IsMatch(text);

    /// <summary>True for the number under which a document is printed.</summary>
    public static bool IsJobNumber(string text) => JobNumber().IsMatch(text);

    /// <summary>Printers' numbers and bar codes at the foot of a first page: figures without words.</summary>
    [GeneratedRegex(@"^\*?\d{2}[-–.]?\d{4,6}\*?(?:\s*\(?[A-Z]\)?)?(?:\s+\d{4,8})*\*?(?:\s+/\s*(?:\.\s?){3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex JobNumber();

    /// <summary>Words beside the signs at the foot of United Nations documents.</summary>
    [GeneratedRegex(@"^(?:Accessible document)?\s*(?:Please recycle)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Sign();

    /// <summary>The stroke and dots under a page that goes on overleaf.</summary>
    [GeneratedRegex(@"^/\s*(?:(?:\.\s?){3}|…)$", RegexOptions.CultureInvariant)]
    private static partial Regex Continued();
}
