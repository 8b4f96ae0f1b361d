using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Ingestion;

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
    private readonly Option<string[]> reset = new("--reset")
    {
        Description = "Take back what was said before of one field, such as title, or without a field of all: what was read holds again. Stands behind DOC.",
        HelpName = "FIELD",
        Arity = ArgumentArity.ZeroOrMore,
    };

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
                ("kb edit report.pdf --reset title", "The title is again what was read from the file."),
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
        var info = DocumentReference.One(store, parsed.GetRequiredValue(reference));
        var said = Read(parsed);
        if (said == FrontMatterEdits.None && !Resets(parsed))
        {
            throw new RejectedInputException(new("nothing-said", "Nothing is said of the document. Give at least one option, such as --title; 'kb edit --help' lists them."));
        }

        var editor = new FrontMatterEditor(store);
        var state = editor.Of(info.Id)!;
        var front = editor.Say(info.Id, said.Over(Kept(parsed, state.Said)), cancellationToken)!;
        if (!state.ReadKnown && Resets(parsed))
        {
            shell.Say($"kb: what was read from the file comes back with 'kb ingest {info.Path ?? info.Source.FileName} --again'.");
        }

        shell.Out.WriteLine(string.Join(", ", new[]
        {
            info.Id.Value, front.Title, string.Join(" and ", front.Authors), front.Series, front.Number, front.Year?.ToString(CultureInfo.InvariantCulture),
        }.Where(part => !string.IsNullOrEmpty(part))));
        return ExitCodes.Done;
    }

    private FrontMatterEdits Read(ParseResult parsed) => new()
    {
        Title = Text(parsed, title),
        Subtitle = Text(parsed, subtitle),
        Series = Text(parsed, series),
        Number = Text(parsed, number),
        Publisher = Text(parsed, publisher),
        Place = Text(parsed, place),
        Doi = Text(parsed, doi) is { } identifier ? FrontMatterChecks.Doi(identifier) : null,
        Url = Text(parsed, url) is { } address ? FrontMatterChecks.Url(address) : null,
        Language = Text(parsed, language) is { } code ? FrontMatterChecks.Language(code) : null,
        Authors = parsed.GetValue(authors) is { Length: > 0 } names ? [.. names.Select(name => FrontMatterChecks.Text("--author", name))] : null,
        Year = Text(parsed, year) is { } text ? FrontMatterChecks.Year(text, TimeProvider.System) : null,
    };

    private static string? Text(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } text ? FrontMatterChecks.Text(option.Name, text) : null;

    private bool Resets(ParseResult parsed) => parsed.GetResult(reset) is { Implicit: false };

    /// <summary>What was said before, without what is taken back.</summary>
    private FrontMatterEdits Kept(ParseResult parsed, FrontMatterEdits earlier)
    {
        var fields = parsed.GetValue(reset) ?? [];
        return Resets(parsed) && fields.Length == 0 ? FrontMatterEdits.None : fields.Aggregate(earlier, Without);
    }

    private static FrontMatterEdits Without(FrontMatterEdits edits, string field) => field.TrimStart('-').ToLowerInvariant() switch
    {
        "title" => edits with { Title = null },
        "subtitle" => edits with { Subtitle = null },
        "author" or "authors" => edits with { Authors = null },
        "year" => edits with { Year = null },
        "series" => edits with { Series = null },
        "number" => edits with { Number = null },
        "publisher" => edits with { Publisher = null },
        "place" => edits with { Place = null },
        "doi" => edits with { Doi = null },
        "url" => edits with { Url = null },
        "language" => edits with { Language = null },
        _ => throw new RejectedInputException(new(
            "bad-front-matter", $"--reset takes title, subtitle, author, year, series, number, publisher, place, doi, url or language, not '{field}'. The document stands before it: kb edit DOC --reset title.")),
    };

    private static Option<string?> Text(string name, string description) => new(name) { Description = description, HelpName = "TEXT" };
}
