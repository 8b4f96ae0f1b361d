using System.CommandLine;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents.Json;
using KnowledgeBase.Store;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb show DOC</c>: a document's outline and passages.</summary>
internal static class ShowCommand
{
    public static Command Create(Shell shell, StoreAccess access)
    {
        var reference = SharedOptions.Document();
        var json = SharedOptions.Json("The whole document as JSON.");
        var outline = new Option<bool>("--outline") { Description = "Only the outline." };
        var why = new Option<bool>("--why") { Description = "With each tag the words, headings and rules that spoke for it." };
        var command = new KbCommand("show", "Show a document: its outline, then its passages with page and tags.")
        {
            Examples =
            [
                ("kb show report.pdf --outline", "The headings with their pages, by the file's name."),
                ("kb show 3f2a", "The whole document, by the beginning of its id (see 'kb list')."),
            ],
        };
        command.Add(reference);
        command.Add(json);
        command.Add(outline);
        command.Add(why);
        command.SetAction(parsed =>
        {
            using var store = access.Open(parsed);
            var stored = store.Documents.Get(store.Documents.Find(parsed.GetRequiredValue(reference)).Id)!;
            var document = stored.Tagged.Document;
            var related = store.Related.FormsOf(document.Id, Visibility.Restricted);
            if (parsed.GetValue(json))
            {
                shell.Out.WriteLine(DocumentJson.WriteStored(document, stored.Tags, related, parsed.GetValue(why)));
                return;
            }

            OutlineWriter.Write(shell.Out, document, stored.Tags);
            foreach (var form in related)
            {
                shell.Out.WriteLine($"{form.Kind.Replace('_', ' ')}: {form.FileName} ({form.Document})");
            }

            if (!parsed.GetValue(outline))
            {
                PassageWriter.Write(shell.Out, document, stored.Tags, shell.Width, parsed.GetValue(why));
            }
        });
        return command;
    }
}
