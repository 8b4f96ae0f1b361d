using KnowledgeBase.Documents;

namespace KnowledgeBase.Cli.Evaluation;

/// <summary>Finds the file that a truth speaks of, and the other forms of the same document beside it.</summary>
/// <param name="folder">Where to look, with all folders below.</param>
internal sealed class TruthFiles(string folder)
{
    // PDF first: where one document is there in several forms, the one with pages is what is pooled.
    private static readonly string[] Forms = [".pdf", ".docx", ".html", ".md", ".txt"];

    private readonly List<(string Key, string Path)> files =
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => (Flat(Path.GetRelativePath(folder, path)), path))];

    /// <summary>All forms, the one with pages first.</summary>
    /// <param name="truth">Name of the truth, for the message.</param>
    /// <param name="source">As the truth names it: a path whose folders may have become part of the name ("un/A_66.pdf", "un__A_66.pdf").</param>
    /// <exception cref="RejectedInputException">There is none (<c>truth-file-missing</c>).</exception>
    public IReadOnlyList<string> Find(string truth, string source)
    {
        var key = Flat(source);
        var found = files.Find(file => file.Key == key || file.Key.EndsWith("__" + key, StringComparison.Ordinal)).Path;
        if (found is null || key.Length == 0)
        {
            throw new RejectedInputException(new(
                "truth-file-missing", $"The truth '{truth}' speaks of '{source}', which is not under '{folder}'. Name its folder with --files."));
        }

        return [.. Forms.Select(form => Path.ChangeExtension(found, form)).Where(path => path == found || File.Exists(path))];
    }

    private static string Flat(string path) => path.Replace('\\', '/').Replace("/", "__", StringComparison.Ordinal);
}
