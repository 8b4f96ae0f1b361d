using System.CommandLine;
using KnowledgeBase.Cli.Json;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Likeness;
using Spectre.Console;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb list</c>: what is in the store.</summary>
internal static class ListCommand
{
    public static Command Create(Shell shell, StoreAccess access)
    {
        var json = SharedOptions.Json("The list as JSON.");
        var command = new KbCommand("list", "List the documents.");
        command.Add(json);
        command.SetAction(parsed =>
        {
            using var store = access.Open(parsed);
            var documents = store.Documents.List();
            if (parsed.GetValue(json))
            {
                var related = store.Related.All();
                shell.Out.WriteLine(CliJson.Answer(new DocumentListShape(
                    documents.Count, [.. documents.Select(info => DocumentRowShape.Of(info, related.GetValueOrDefault(info.Id, [])))])));
            }
            else if (documents.Count > 0)
            {
                var table = new Table().Border(shell.OutIsTerminal ? TableBorder.Rounded : TableBorder.None);
                table.AddColumns("id", "year", "title", "format", "language", "passages", "notes", "grade");
                foreach (var info in documents)
                {
                    table.AddRow(
                        info.Id.Value, info.Year is { } year ? $"{year}" : "", Markup.Escape(info.Title ?? info.Source.FileName), EnumWords.Of(info.Source.Format),
                        info.Language ?? "", $"{info.PassageCount}", $"{info.FootnoteCount}", info.GradeLetter ?? "");
                }

                shell.Tables.Write(table);
                WriteNotes(shell, documents, store.Related.All());
            }
            else
            {
                shell.Say("kb: the knowledge base is empty. 'kb ingest FILES' takes reports in.");
            }

            return documents.Count > 0 ? ExitCodes.Done : ExitCodes.NothingFound;
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
}
