using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Processes;

namespace KnowledgeBase.Extraction.Pdf;

/// <summary>What pdfinfo tells of a file.</summary>
/// <param name="Pages">Number of pages.</param>
/// <param name="Metadata">Title, author, date.</param>
/// <param name="Tagged">Whether the file declares a structure tree.</param>
/// <param name="CopyRestricted">Whether copying is forbidden by the file's own rights.</param>
internal sealed record PdfInfo(int Pages, FileMetadata Metadata, bool Tagged, bool CopyRestricted)
{
    /// <summary>Asks pdfinfo.</summary>
    /// <exception cref="RejectedInputException">Password missing or wrong, damaged, empty, or too slow.</exception>
    public static async Task<PdfInfo> ReadAsync(string path, string fileName, string? password, ChildLimits limits, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] arguments = ["-isodates", "-enc", "UTF-8", .. PasswordArguments(password), path];
        var result = await ChildProcess.RunAsync(
            "pdfinfo",
            arguments,
            limits,
            line =>
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                if (colon > 0)
                {
                    fields.TryAdd(line[..colon], line[(colon + 1)..].Trim());
                }
            },
            cancellationToken).ConfigureAwait(false);
        if (result.TimedOut)
        {
            throw new RejectedInputException(PdfProblems.TimeLimit(fileName, limits.Time));
        }

        if (result.ExitCode != 0 || !int.TryParse(fields.GetValueOrDefault("Pages"), CultureInfo.InvariantCulture, out var pages))
        {
            throw new RejectedInputException(PdfProblems.FromErrors(fileName, password, result.Errors));
        }

        if (pages <= 0)
        {
            throw new RejectedInputException(PdfProblems.NoPages(fileName));
        }

        var created = DateTimeOffset.TryParse(
            fields.GetValueOrDefault("CreationDate"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : (DateTimeOffset?)null;
        return new(
            pages,
            new(NullIfBlank(fields.GetValueOrDefault("Title")), NullIfBlank(fields.GetValueOrDefault("Author")), created),
            fields.GetValueOrDefault("Tagged") == "yes",
            fields.GetValueOrDefault("Encrypted")?.Contains("copy:no", StringComparison.Ordinal) == true);
    }

    /// <summary>The arguments that hand a password to Poppler's tools.</summary>
    public static IReadOnlyList<string> PasswordArguments(string? password) => password is null ? [] : ["-upw", password, "-opw", password];

    private static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
