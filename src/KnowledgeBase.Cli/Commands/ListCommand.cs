using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Cli.Json;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Likeness;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb list</c>: what is in the store.</summary>
internal static class ListCommand
{
    private static readonly Dictionary<string, Func<IEnumerable<DocumentInfo>, IEnumerable<DocumentInfo>>> Orders = new(StringComparer.Ordinal)
    {
        ["title"] = documents => documents.OrderBy(info => info.Title ?? info.Source.FileName, StringComparer.OrdinalIgnoreCase),
        ["year"] = documents => documents.OrderByDescending(info => info.Year ?? 0),
        ["grade"] = documents => documents.OrderBy(info => info.GradeLetter ?? "Z", StringComparer.Ordinal),
        ["file"] = documents => documents.OrderBy(info => info.Source.FileName, StringComparer.OrdinalIgnoreCase),
    };

    public static Command Create(Shell shell, StoreAccess access)
    {
        var json = SharedOptions.Json("The list as JSON.");
        var filters = new FilterOptions(FilterField.Year, FilterField.Lang, FilterField.Grade, FilterField.Series);
        var sort = new Option<string>("--sort")
        {
            Description = "title, year (newest first), grade (best first) or file.", HelpName = "ORDER", DefaultValueFactory = _ => "title",
        };
        sort.AcceptOnlyFromAmong([.. Orders.Keys]);
        var command = new KbCommand("list", "List the documents: id, year, language, grade, passages, number or file, title.")
        {
            Examples = [("kb list --year 2015.. --sort year", "Papers from 2015 on, the newest first.")],
        };
        command.Add(sort);
        filters.AddTo(command);
        command.Add(json);
        command.SetAction(parsed =>
        {
            var chosen = filters.Read(parsed);
            using var store = access.Open(parsed);
            var all = store.Documents.List();
            DocumentInfo[] documents = [.. Orders[parsed.GetRequiredValue(sort)](all.Where(info => chosen.TrueForAll(filter => Holds(filter, info))))];
            if (parsed.GetValue(json))
            {
                var related = store.Related.All();
                shell.Out.WriteLine(CliJson.Answer(new DocumentListShape(
                    documents.Length, [.. documents.Select(info => DocumentRowShape.Of(info, related.GetValueOrDefault(info.Id, [])))])));
            }
            else if (documents.Length > 0)
            {
                DocumentTable.Write(shell, documents);
                WriteNotes(shell, documents, store.Related.All());
            }
            else
            {
                shell.Say(all.Count == 0
                    ? "kb: the knowledge base is empty. 'kb ingest FILES' takes reports in."
                    : $"kb: none of the {OutlineWriter.Count(all.Count, "document")} fits.");
            }

            return documents.Length > 0 ? ExitCodes.Done : ExitCodes.NothingFound;
        });
        return command;
    }

    /// <summary>Why documents have less than the best grade, and which belong together.</summary>
    private static void WriteNotes(
        Shell shell, IReadOnlyList<DocumentInfo> documents, IReadOnlyDictionary<DocumentId, IReadOnlyList<RelatedDocument>> related)
    {
        var files = documents.ToDictionary(info => info.Id, info => info.Source.FileName);
        foreach (var info in documents)
        {
            if (info.GradeReasons.Count > 0 && info.GradeLetter is { } letter && letter != "A")
            {
                shell.Out.WriteLine($"{info.Id}  grade {letter}: {string.Join("; ", info.GradeReasons)}");
            }

            foreach (var other in related.GetValueOrDefault(info.Id, []))
            {
                shell.Out.WriteLine($"{info.Id}  {EnumWords.Of(other.Kind).Replace('_', ' ')}: {files.GetValueOrDefault(other.Document, "")} ({other.Document})");
            }
        }
    }

    private static bool Holds(SearchFilter filter, DocumentInfo info) => filter.Field switch
    {
        FilterField.Year when filter.Values.Count == 0 => info.Year >= (filter.From ?? int.MinValue) && info.Year <= (filter.To ?? int.MaxValue),
        FilterField.Year => info.Year is { } year && filter.Values.Contains(year.ToString(CultureInfo.InvariantCulture)),
        FilterField.Lang => info.Language is { } code && filter.Values.Contains(code),
        FilterField.Grade => info.GradeLetter is { } letter && filter.Values.Contains(letter),
        _ => info.Series is { } series && filter.Values.Any(value => series.Contains(value, StringComparison.OrdinalIgnoreCase)),
    };
}
