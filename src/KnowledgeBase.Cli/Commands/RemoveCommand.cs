using System.CommandLine;
using KnowledgeBase.Cli.Json;
using KnowledgeBase.Cli.Terminal;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb remove DOC</c>: takes a document out of the store.</summary>
internal static class RemoveCommand
{
    public static Command Create(Shell shell, StoreAccess access)
    {
        var reference = SharedOptions.Document();
        // Words of a title may come to mean another document; what is taken out must be named for certain.
        reference.Description = "Id of the document, the beginning of it (4 characters or more), its file name or path.";
        var json = SharedOptions.Json("What was removed, as JSON.");
        var command = new KbCommand("remove", "Take a document out, with its tags, decisions and kept file.");
        command.Add(reference);
        command.Add(json);
        command.SetAction(parsed =>
        {
            using var store = access.Open(parsed);
            var info = store.Documents.Find(parsed.GetRequiredValue(reference));
            store.Documents.Remove(info.Id);
            shell.Out.WriteLine(parsed.GetValue(json)
                ? CliJson.Answer(new RemovedShape(info.Id.Value, info.Title))
                : $"removed {info.Id} {info.Title ?? info.Source.FileName}");
        });
        return command;
    }
}
