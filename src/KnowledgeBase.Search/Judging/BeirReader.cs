using System.Globalization;
using System.Text.Json;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Search.Judging;

/// <summary>
/// Reads a folder in the form of BEIR (Thakur et al. 2021): "corpus.jsonl" and "queries.jsonl" with "_id", "title", "text",
/// and "qrels.tsv" (or "qrels/test.tsv") with query, text and grade.
/// </summary>
public sealed class BeirReader
{
    /// <summary>Reads a collection. Queries without an answer above grade 0 are left out: no method can do well or badly on them.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="RejectedInputException">"bad-collection": a file is missing or a line cannot be read; the message names it.</exception>
    public async Task<JudgedSet> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var texts = new List<JudgedText>();
        await foreach (var (place, line) in LinesAsync(Path.Combine(folder, "corpus.jsonl"), cancellationToken).ConfigureAwait(false))
        {
            var entry = Entry(place, line);
            texts.Add(new JudgedText(entry.Id, entry.Title, entry.Text));
        }

        var grades = await GradesAsync(folder, cancellationToken).ConfigureAwait(false);
        var queries = new List<JudgedQuery>();
        await foreach (var (place, line) in LinesAsync(Path.Combine(folder, "queries.jsonl"), cancellationToken).ConfigureAwait(false))
        {
            var entry = Entry(place, line);
            if (grades.TryGetValue(entry.Id, out var judged) && judged.Values.Any(grade => grade > 0))
            {
                queries.Add(new JudgedQuery(entry.Id, entry.Text, judged) { UserType = entry.UserType });
            }
        }

        return queries.Count > 0 && texts.Count > 0
            ? new JudgedSet(Path.GetFileName(Path.GetFullPath(folder)), texts, queries)
            : throw Rejection($"{folder} holds {texts.Count} texts and {queries.Count} queries with an answer: nothing can be measured");
    }

    private static async Task<Dictionary<string, Dictionary<string, int>>> GradesAsync(string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "qrels.tsv");
        if (!File.Exists(file))
        {
            file = Path.Combine(folder, "qrels", "test.tsv");
        }

        var grades = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var first = true;
        await foreach (var (place, line) in LinesAsync(file, cancellationToken).ConfigureAwait(false))
        {
            var columns = line.Split('\t');
            var readable = int.TryParse(columns[^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var grade);
            if (columns.Length == 3 && readable)
            {
                grades.TryAdd(columns[0], new Dictionary<string, int>(StringComparer.Ordinal));
                grades[columns[0]][columns[1]] = grade;
            }
            else if (!first)
            {
                throw Rejection($"{place}: query, text and grade expected, separated by tabs");
            }

            first = false;
        }

        return grades;
    }

    private static async IAsyncEnumerable<(string Place, string Line)> LinesAsync(
        string file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw Rejection($"{file} is missing");
        }

        var number = 0;
        await foreach (var line in File.ReadLinesAsync(file, cancellationToken).ConfigureAwait(false))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return ($"{file}, line {number}", line);
            }
        }
    }

    private static (string Id, string Title, string Text, string? UserType) Entry(string place, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return (Member(root, "_id") ?? throw Rejection($"{place}: \"_id\" is missing"), Member(root, "title") ?? "", Member(root, "text") ?? "", Member(root, "user_type"));
        }
        catch (JsonException exception)
        {
            throw Rejection($"{place}: not a JSON object ({exception.Message})", exception);
        }
        catch (InvalidOperationException exception)
        {
            throw Rejection($"{place}: \"_id\", \"title\" and \"text\" must be strings", exception);
        }
    }

    private static string? Member(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static RejectedInputException Rejection(string what, Exception? inner = null) =>
        new(new Problem("bad-collection", $"The judged collection cannot be used: {what}."), inner);
}
