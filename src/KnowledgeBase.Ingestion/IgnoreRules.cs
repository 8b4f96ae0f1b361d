using System.IO.Enumeration;

namespace KnowledgeBase.Ingestion;

/// <summary>
/// What of a folder is left alone: hidden and temporary files, sidecars, kinds of file that hold no report, and what the folder's
/// own <c>.kbignore</c> names: one pattern a line with * and ?, matched against the name; one that ends in "/" is for folders only;
/// "#" begins a remark.
/// </summary>
internal sealed class IgnoreRules
{
    private const string RulesFile = ".kbignore";

    // Formats that cannot be read are tried as well, so that their owner learns what to do instead of missing them.
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        "", ".pdf", ".docx", ".docm", ".doc", ".rtf", ".odt", ".htm", ".html", ".xhtml", ".md", ".markdown", ".mdown", ".txt", ".text",
    };

    private readonly IReadOnlyList<string> patterns;

    private IgnoreRules(IReadOnlyList<string> patterns) => this.patterns = patterns;

    /// <summary>The rules of one folder.</summary>
    /// <exception cref="IOException">The folder's own rules cannot be read.</exception>
    public static IgnoreRules Of(string folder)
    {
        var path = Path.Combine(folder, RulesFile);
        return new(File.Exists(path)
            ? [.. File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')]
            : []);
    }

    public bool LeavesOutFolder(string name) =>
        Hidden(name) || patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern.TrimEnd('/'), name, ignoreCase: false));

    public bool LeavesOutFile(string name) => NotMeant(name) || OtherKind(name);

    /// <summary>True when only its kind keeps a file out.</summary>
    public bool LeavesOutForKind(string name) => OtherKind(name) && !NotMeant(name);

    private static bool OtherKind(string name) => !Extensions.Contains(Path.GetExtension(name));

    private bool NotMeant(string name) => Hidden(name) || Temporary(name) || Sidecar(name)
        || patterns.Any(pattern => !pattern.EndsWith('/') && FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false));

    private static bool Hidden(string name) => name[0] == '.' || name is "__MACOSX";

    private static bool Temporary(string name) => name.StartsWith("~$", StringComparison.Ordinal) || name[^1] == '~';

    private static bool Sidecar(string name) =>
        name.EndsWith(".meta.json", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".meta.yaml", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".meta.yml", StringComparison.OrdinalIgnoreCase);
}
