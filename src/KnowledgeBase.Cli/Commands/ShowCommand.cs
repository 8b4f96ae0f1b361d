using System.CommandLine;
using System.Text.RegularExpressions;
using KnowledgeBase.Cli.Json;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Documents.Json;
using KnowledgeBase.Search.Citing;
using KnowledgeBase.Store;
using KnowledgeBase.Web.Api;
using KnowledgeBase.Web.Reading;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb show DOC</c>: a document's outline and passages, or one passage whole.</summary>
internal static partial class ShowCommand
{
    // One passage on either side tells what it answers and what follows from it.
    private const int Around = 1;

    public static Command Create(Shell shell, StoreAccess access)
    {
        var reference = SharedOptions.Document();
        reference.Description += " Or the id of a passage, as search prints it.";
        var json = SharedOptions.Json("The whole document, or the passage with those around it, as JSON.");
        var outline = new Option<bool>("--outline") { Description = "Only the outline." };
        var why = new Option<bool>("--why") { Description = "With each tag the words, headings and rules that spoke for it." };
        var command = new KbCommand("show", "Show a document: its outline, then its passages with page and tags; or one passage whole.")
        {
            Examples =
            [
                ("kb show report.pdf --outline", "The headings with their pages, by the file's name."),
                ("kb show 3f2a", "The whole document, by the beginning of its id (see 'kb list')."),
                ("kb show A/66/811", "By its number or symbol; words of its title do as well."),
                ("kb show a6c54afcba02552f", "One passage whole, with its footnotes and what stands before and after it."),
            ],
        };
        command.Add(reference);
        command.Add(json);
        command.Add(outline);
        command.Add(why);
        command.SetAction(parsed =>
        {
            using var store = access.Open(parsed);
            var meant = parsed.GetRequiredValue(reference);
            if (Passage(store, meant) is { } passage)
            {
                Show(shell, passage, parsed.GetValue(json));
            }
            else
            {
                Show(shell, store, store.Documents.Get(DocumentReference.One(store, meant).Id)!, (parsed.GetValue(json), parsed.GetValue(outline), parsed.GetValue(why)));
            }
        });
        return command;
    }

    private static PassageInDocument? Passage(KnowledgeStore store, string meant)
    {
        var id = new PassageId(meant.Trim('[', ']').ToLowerInvariant());
        return PassageIdForm().IsMatch(id.Value) && store.Passages.Find(id) is { } entry
            ? new(entry, store.Documents.Get(entry.Document)!) { MovedFrom = entry.Passage.Id == id ? null : id }
            : null;
    }

    private static void Show(Shell shell, PassageInDocument passage, bool json)
    {
        var context = PassageSurroundings.Of(passage, Around, Around, new CitationWriter(CitationStyle.Chicago));
        if (json)
        {
            shell.Out.WriteLine(CliJson.Answer(context));
        }
        else
        {
            new PassageView(shell).Write(context);
        }
    }

    private static void Show(Shell shell, KnowledgeStore store, StoredDocument stored, (bool Json, bool Outline, bool Why) how)
    {
        var document = stored.Tagged.Document;
        var related = store.Related.FormsOf(document.Id, Visibility.Restricted);
        if (how.Json)
        {
            shell.Out.WriteLine(DocumentJson.WriteStored(document, stored.Tags, related, how.Why));
            return;
        }

        OutlineWriter.Write(shell.Out, document, stored.Tags);
        foreach (var form in related)
        {
            shell.Out.WriteLine($"{form.Kind.Replace('_', ' ')}: {form.FileName} ({form.Document})");
        }

        if (!how.Outline)
        {
            PassageWriter.Write(shell.Out, document, stored.Tags, shell.Width, how.Why);
        }
    }

    [GeneratedRegex("^[0-9a-f]{16}$", RegexOptions.CultureInvariant)]
    private static partial Regex PassageIdForm();
}
