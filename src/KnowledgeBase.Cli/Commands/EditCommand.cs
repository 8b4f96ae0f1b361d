using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb edit DOC</c>: says what a document's title, authors, year … are, in place of what was read; later readings keep it.</summary>
internal sealed class EditCommand
{
    private readonly Argument<string> reference = SharedOptions.Document();
    private readonly Option<string?> title = Text("--title", "Title.");
    private readonly Option<string?> subtitle = Text("--subtitle", "Subtitle.");
    private readonly Option<string?> series = Text("--series", "Name of the series.");
    private readonly Option<string?> number = Text("--number", "Number in the series, or document symbol.");
    private readonly Option<string?> publisher = Text("--publisher", "Publisher.");
    private readonly Option<string?> place = Text("--place", "Place of publication.");
    private readonly Option<string?> doi = Text("--doi", "DOI.");
    private readonly Option<string?> url = Text("--url", "Address of the document.");
    private readonly Option<string?> language = Text("--language", "Two-letter code.");
    private readonly Option<string[]> authors = new("--author") { Description = "An author; once for each, in order.", HelpName = "NAME" };
    private readonly Option<string?> year = Text("--year", "Year of publication.");
    private readonly Option<bool> reset = new("--reset") { Description = "Take back all that was said before; what was read comes back when the file is read again." };
    private readonly Shell shell;
    private readonly StoreAccess access;

    private EditCommand(Shell shell, StoreAccess access)
    {
        this.shell = shell;
        this.access = access;
    }

    public static Command Create(Shell shell, StoreAccess access)
    {
        var edit = new EditCommand(shell, access);
        var command = new KbCommand("edit", "Say what a document's title, authors or year are, in place of what was read.")
        {
            Examples =
            [
                ("kb edit report.pdf --title \"Peace in small steps\" --year 2019", "Holds at once, and through every new reading and version of the file."),
                ("kb edit report.pdf --author \"Ana Ruiz\" --author \"Li Wen\"", "Two authors, in this order."),
            ],
        };
        command.Add(edit.reference);
        foreach (var option in new Option[]
        {
            edit.title, edit.subtitle, edit.authors, edit.year, edit.series, edit.number, edit.publisher, edit.place, edit.doi, edit.url, edit.language, edit.reset,
        })
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => Task.FromResult(edit.Run(parsed, cancellationToken)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var store = access.Open(parsed);
        var info = store.Documents.Find(parsed.GetRequiredValue(reference));
        var said = Read(parsed);
        if (said == FrontMatterEdits.None && !parsed.GetValue(reset))
        {
            throw new RejectedInputException(new("nothing-said", "Nothing is said of the document. Give at least one option, such as --title; 'kb edit --help' lists them."));
        }

        var stored = store.Documents.Get(info.Id)!.Tagged;
        var edits = said.Over(parsed.GetValue(reset) ? FrontMatterEdits.None : store.FrontEdits.Of(info.Id));
        store.FrontEdits.Set(info.Id, edits);
        var document = stored.Document with { Front = edits.Apply(stored.Document.Front) };
        using (var original = store.Documents.OpenOriginal(info.Id)!)
        {
            store.Documents.Save(stored with { Document = document }, original, new(info.Source.Sha256, info.Path) { Again = true }, cancellationToken);
        }

        var front = document.Front;
        shell.Out.WriteLine(string.Join(", ", new[]
        {
            info.Id.Value, front.Title, string.Join(" and ", front.Authors), front.Series, front.Number, front.Year?.ToString(CultureInfo.InvariantCulture),
        }.Where(part => !string.IsNullOrEmpty(part))));
        return ExitCodes.Done;
    }

    private FrontMatterEdits Read(ParseResult parsed) => new()
    {
        Title = parsed.GetValue(title),
        Subtitle = parsed.GetValue(subtitle),
        Series = parsed.GetValue(series),
        Number = parsed.GetValue(number),
        Publisher = parsed.GetValue(publisher),
        Place = parsed.GetValue(place),
        Doi = parsed.GetValue(doi),
        Url = parsed.GetValue(url),
        Language = parsed.GetValue(language)?.ToLowerInvariant(),
        Authors = parsed.GetValue(authors) is { Length: > 0 } names ? names : null,
        Year = parsed.GetValue(year) is { } text ? Year(text) : null,
    };

    private static int Year(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 9999
        ? year
        : throw new RejectedInputException(new("bad-year", $"--year takes a year of four digits, not '{text}'."));

    private static Option<string?> Text(string name, string description) => new(name) { Description = description, HelpName = "TEXT" };
}
