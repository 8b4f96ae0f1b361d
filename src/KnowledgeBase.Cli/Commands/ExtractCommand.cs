using System.CommandLine;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Documents.Json;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb extract FILE</c>: shows what the program makes of a file, and stores nothing.</summary>
internal static class ExtractCommand
{
    public static Command Create(Shell shell)
    {
        var file = new Argument<string>("FILE") { Description = "The file to read." };
        var json = SharedOptions.Json("The whole document as JSON.");
        var limits = new LimitOptions();
        var command = new KbCommand("extract", "Show what the program makes of a file; nothing is stored.")
        {
            Examples =
            [
                ("kb extract report.pdf", "The outline: headings with their pages, and what was recognised."),
                ("kb extract report.pdf --json > report.json", "The whole document: sections, passages with tags and boxes, footnotes."),
            ],
        };
        command.Add(file);
        command.Add(json);
        limits.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            if (Directory.Exists(path))
            {
                throw new RejectedInputException(new("file-is-folder", $"'{path}' is a folder. Name one file in it; 'kb ingest {path}' takes them all in."));
            }

            var tagged = await Stages.Reading(null)
                .ReadAsync(path, null, FrontMatterEdits.None, limits.Read(parsed), cancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(json))
            {
                shell.Out.WriteLine(DocumentJson.Write(tagged.Document, tagged.Tags));
            }
            else
            {
                OutlineWriter.Write(shell.Out, tagged.Document, tagged.Tags);
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
