using System.Text;

namespace KnowledgeBase.Cli.Evaluation;

/// <summary>
/// A Markdown file of measured figures, written by several commands: each owns the text between its two comment lines
/// (<c>&lt;!-- NAME:begin --&gt;</c>, <c>&lt;!-- NAME:end --&gt;</c>) and leaves the rest as it is.
/// </summary>
internal static class EvaluationDocument
{
    /// <summary>Opens a file that is not there yet.</summary>
    private const string Opening = """
        # Evaluation

        Measured by the program's own commands, which replace each part between its marks; what stands outside the marks is written by hand.
        """;

    /// <summary>Replaces one section of a file; a missing section is added at the end, a missing file made.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="name">Of the section: small letters, digits and hyphens.</param>
    /// <param name="markdown">What it shall hold.</param>
    /// <param name="cancellationToken">Stops before the file is changed.</param>
    /// <exception cref="InvalidDataException">The section is opened and not closed; nothing is changed.</exception>
    public static async Task ReplaceSectionAsync(string path, string name, string markdown, CancellationToken cancellationToken)
    {
        var old = File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false) : Opening;
        // Whole or not at all: the file also holds what other commands measured, at a greater cost.
        var draft = path + ".part";
        await File.WriteAllTextAsync(draft, Replaced(old, name, markdown), new UTF8Encoding(false), cancellationToken).ConfigureAwait(false);
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>The document with one section replaced, or added at the end.</summary>
    /// <inheritdoc cref="ReplaceSectionAsync" path="/param"/>
    /// <param name="document">As it was.</param>
    /// <exception cref="InvalidDataException">The section is opened and not closed.</exception>
    public static string Replaced(string document, string name, string markdown)
    {
        string begin = $"<!-- {name}:begin -->", end = $"<!-- {name}:end -->";
        var section = $"{begin}\n{markdown.Trim()}\n{end}";
        var from = document.IndexOf(begin, StringComparison.Ordinal);
        if (from < 0)
        {
            return $"{document.TrimEnd()}\n\n{section}\n".TrimStart('\n');
        }

        var to = document.IndexOf(end, from, StringComparison.Ordinal);
        return to < 0
            ? throw new InvalidDataException($"The section '{name}' is opened by '{begin}' and nowhere closed by '{end}'; add that line and try again.")
            : string.Concat(document.AsSpan(0, from), section, document.AsSpan(to + end.Length));
    }
}
