using System.CommandLine;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Export;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Citing;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Desk;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb export</c>: hits, a document or a collection as a file to go on working with.</summary>
internal sealed class ExportCommand
{
    private readonly Option<string?> search = new("--search") { Description = "Take the hits of a query, 200 at most.", HelpName = "QUERY" };
    private readonly Option<string?> document = new("--document") { Description = "Take the passages of a document.", HelpName = "DOC" };
    private readonly Option<string?> collection = new("--collection") { Description = "Take a collection, by name or number.", HelpName = "NAME" };
    private readonly Option<string[]> kind = new("--kind") { Description = "Only passages of this kind.", HelpName = "KIND" };

    private readonly Option<string> format = new("--format")
    {
        Description = "docx, markdown, csv, jsonl, bibtex, ris or csl.",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => ExportFormats.All[0].Name,
    };

    private readonly Option<string> style = new("--cite")
    {
        Description = "How to cite: chicago or apa.",
        HelpName = "STYLE",
        DefaultValueFactory = _ => EnumWords.Of(CitationStyle.Chicago),
    };

    private readonly Option<string?> output = new("--output", "-o")
    {
        Description = "The file to write; - for stdout. Without it, a file named after what is exported.",
        HelpName = "FILE",
    };

    private ExportCommand()
    {
        kind.AcceptOnlyFromAmong([.. TagSet.Kinds]);
        format.AcceptOnlyFromAmong([.. ExportFormats.All.Select(known => known.Name)]);
        style.AcceptOnlyFromAmong([.. EnumWords.All<CitationStyle>()]);
    }

    public static Command Create(Shell shell, StoreAccess access)
    {
        var export = new ExportCommand();
        var command = new KbCommand("export", "Take passages along: Word with footnotes, Markdown, CSV, BibTeX, RIS and more.")
        {
            Examples =
            [
                ("kb export --search \"inclusion of women\" --kind good_practice -o practices.docx", "Hits as a Word file with a footnote for each passage."),
                ("kb export --document 01-rivalry.pdf --kind recommendation --format csv -o -", "One document's recommendations to stdout."),
                ("kb export --collection \"Draft\" --format ris", "The sources of a collection for a reference manager."),
            ],
        };
        command.Add(export.search);
        command.Add(export.document);
        command.Add(export.collection);
        command.Add(export.kind);
        command.Add(export.format);
        command.Add(export.style);
        command.Add(export.output);
        command.Validators.Add(result =>
        {
            Option[] sources = [export.search, export.document, export.collection];
            if (sources.Count(source => result.GetResult(source) is not null) != 1)
            {
                result.AddError("Say what to export: one of --search, --document and --collection.");
            }
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            using var store = access.Open(parsed);
            return export.Run(shell, store, parsed, cancellationToken);
        });
        return command;
    }

    private Task<int> Run(Shell shell, KnowledgeStore store, ParseResult parsed, CancellationToken cancellationToken)
    {
        var compilation = Compile(store, parsed, cancellationToken);
        if (!compilation.Passages.Any())
        {
            shell.Say("kb: nothing to export.");
            return Task.FromResult(ExitCodes.NothingFound);
        }

        var form = ExportFormats.Find(parsed.GetRequiredValue(format));
        var options = new ExportOptions { Style = EnumWords.Find<CitationStyle>(parsed.GetRequiredValue(style))!.Value };
        var target = parsed.GetValue(output) ?? FileNames.For(compilation.Title, form.FileEnding);
        if (target == "-")
        {
            using var standard = Console.OpenStandardOutput();
            form.Write(compilation, options, standard);
            return Task.FromResult(ExitCodes.Done);
        }

        using (var file = File.Create(target))
        {
            form.Write(compilation, options, file);
        }

        shell.Out.WriteLine(target);
        return Task.FromResult(ExitCodes.Done);
    }

    private Compilation Compile(KnowledgeStore store, ParseResult parsed, CancellationToken cancellationToken)
    {
        var builder = new CompilationBuilder(store, Visibility.Restricted, TimeProvider.System);
        var kinds = parsed.GetValue(kind) ?? [];
        if (parsed.GetValue(document) is { } reference)
        {
            return builder.OfDocument(store.Documents.Find(reference).Id, kinds)!;
        }

        if (parsed.GetValue(collection) is { } named)
        {
            var contents = Find(store.Collections, named);
            return builder.OfPassages(contents.Info.Name, [.. contents.Items.Select(item => new PassageChoice(item.Passage, item.Section, item.Note))])
                with { Note = contents.Info.Note };
        }

        var query = parsed.GetValue(search) ?? "";
        using var index = Stages.Index(store);
        var outcome = new SearchService(store, index, MeaningAccess.SourceFor(store), TimeProvider.System).Search(
            new(query) { Filters = kinds.Length > 0 ? [new(FilterField.Kind, kinds)] : [], Limit = SearchRequest.MostHits, Facets = [] }, cancellationToken);
        var answer = outcome.Answer ?? throw new RejectedInputException(new(
            "bad-query", $"the query cannot be read at character {outcome.Error!.Position + 1}: {outcome.Error.Message} {outcome.Error.Hint}"));
        return builder.OfPassages(query.Length > 0 ? query : answer.Understood, [.. answer.Hits.Select(hit => new PassageChoice(new(hit.PassageId)))])
            with { Note = answer.Understood };
    }

    private static CollectionContents Find(CollectionStore collections, string named)
    {
        var info = collections.List().FirstOrDefault(known => known.Name == named)
            ?? collections.List().FirstOrDefault(known => known.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == named)
            ?? throw new RejectedInputException(new(
                "collection-not-found",
                $"There is no collection '{named}'. Known are: {string.Join(", ", collections.List().Select(known => $"'{known.Name}'"))}."));
        return collections.Get(info.Id)!;
    }
}
