using System.CommandLine;
using KnowledgeBase.Cli.Json;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
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
                shell.Out.WriteLine(CliJson.Answer(new DocumentListShape(documents.Count, [.. documents.Select(DocumentRowShape.Of)])));
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
            }
            else
            {
                shell.Say("kb: the knowledge base is empty. 'kb ingest FILES' takes reports in.");
            }

            return documents.Count > 0 ? ExitCodes.Done : ExitCodes.NothingFound;
        });
        return command;
    }
}
