using System.Security.Cryptography;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction;
using KnowledgeBase.Tagging.Labels;

namespace KnowledgeBase.Cli.Evaluation;

/// <summary>Finds the passages again that two readers labelled, in the reports as the program reads them now.</summary>
internal static class ReadPassages
{
    /// <summary>The reports that are at hand, each with the labels of its passages drawn by chance.</summary>
    /// <param name="shell">Told how many passages could not be found.</param>
    /// <param name="folder">Of the readings.</param>
    /// <param name="documents">Folder of the reports.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    /// <exception cref="RejectedInputException">The readings are broken, or no folder of reports is named.</exception>
    public static async Task<IReadOnlyList<LabelledDocument>> OfAsync(Shell shell, string folder, string? documents, CancellationToken cancellationToken)
    {
        var readings = ReadingFile.ReadFolder(folder).Where(reading => reading.ByChance && !reading.IsBroken).ToArray();
        if (documents is null || !Directory.Exists(documents))
        {
            throw new RejectedInputException(new("bad-readings", "--readings holds no texts: name the folder of the reports with --documents."));
        }

        var wanted = readings.ToLookup(reading => reading.FileSha256, StringComparer.Ordinal);
        var read = new List<LabelledDocument>();
        foreach (var path in Directory.EnumerateFiles(documents, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
            if (wanted[Convert.ToHexStringLower(SHA256.HashData(bytes))].ToArray() is not { Length: > 0 } own)
            {
                continue;
            }

            var document = (await Stages.Reading(null).ReadAsync(path, null, FrontMatterEdits.None, new ExtractionOptions(), cancellationToken).ConfigureAwait(false)).Document;
            var there = document.Passages.Select(passage => passage.Id).ToHashSet();
            read.Add(new(
                "readings", Path.GetFileName(path), "read", document,
                own.Where(reading => there.Contains(reading.Passage)).ToDictionary(reading => reading.Passage, reading => reading.Labels)));
        }

        shell.Say($"kb: {read.Sum(report => report.Labels.Count)} of {readings.Length} labelled passages were found again, in {read.Count} reports.");
        return read;
    }
}
