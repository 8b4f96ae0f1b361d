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
    private readonly Option<string?> search = new("--search") { Description = "Take the hits of a query under the filters, 200 at most.", HelpName = "QUERY" };
    private readonly Option<string?> collection = new("--collection") { Description = "Take a collection, by name or number.", HelpName = "NAME" };
    private readonly FilterOptions filters = new();

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
                ("kb export --search trust --document A/66/811 --lang en", "Hits within one document, found by its symbol."),
                ("kb export --collection \"Draft\" --format ris", "The sources of a collection for a reference manager."),
            ],
        };
        command.Add(export.search);
        command.Add(export.collection);
        export.filters.AddTo(command);
        command.Add(export.format);
        command.Add(export.style);
        command.Add(export.output);
        command.SetAction((parsed, cancellationToken) =>
        {
            using var store = access.Open(parsed);
            return export.Run(shell, store, parsed, cancellationToken);
        });
        return command;
    }

    private Task<int> Run(Shell shell, KnowledgeStore store, ParseResult parsed, CancellationToken cancellationToken)
    {
        var compilation = Compile(shell, store, parsed, cancellationToken);
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

        if (Path.GetDirectoryName(target) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        using (var file = File.Create(target))
        {
            form.Write(compilation, options, file);
        }

        shell.Out.WriteLine(target);
        shell.Say($"kb: {OutlineWriter.Count(compilation.Passages.Count(), "passage")} of {OutlineWriter.Count(compilation.Sources.Count, "document")} written to {Path.GetFullPath(target)}.");
        return Task.FromResult(ExitCodes.Done);
    }

    private Compilation Compile(Shell shell, KnowledgeStore store, ParseResult parsed, CancellationToken cancellationToken)
    {
        var builder = new CompilationBuilder(store, Visibility.Restricted, TimeProvider.System);
        var chosen = filters.Read(parsed);
        var query = parsed.GetValue(search);
        if (parsed.GetValue(collection) is { } named)
        {
            if (query is not null || chosen.Count > 0)
            {
                throw new RejectedInputException(new("export-choice", "A collection is taken whole: give --collection without --search and filters."));
            }

            var contents = Find(store.Collections, named);
            return builder.OfPassages(contents.Info.Name, [.. contents.Items.Select(item => new PassageChoice(item.Passage, item.Section, item.Note))])
                with { Note = contents.Info.Note, UsedIn = contents.Info.UsedIn, IsCollection = true };
        }

        if (query is null && chosen.Count == 0)
        {
            throw new RejectedInputException(new("export-choice", "Say what to export: --search, --document or another filter, or --collection. 'kb export --help' shows how."));
        }

        DocumentInfo[] documents = [.. chosen.Where(filter => filter.Field == FilterField.Document).SelectMany(filter => filter.Values)
            .SelectMany(name => DocumentReference.All(store, name)).DistinctBy(info => info.Id)];
        if (query is null && documents is [var only] && chosen.TrueForAll(filter => filter.Field is FilterField.Document or FilterField.Kind))
        {
            return builder.OfDocument(only.Id, [.. chosen.Where(filter => filter.Field == FilterField.Kind).SelectMany(filter => filter.Values)])!;
        }

        return Hits(shell, store, builder, (query ?? "", chosen), cancellationToken);
    }

    private static Compilation Hits(
        Shell shell, KnowledgeStore store, CompilationBuilder builder, (string Query, List<SearchFilter> Filters) asked, CancellationToken cancellationToken)
    {
        using var index = Stages.Index(store);
        var outcome = new SearchService(store, index, MeaningAccess.SourceFor(store), TimeProvider.System).Search(
            new(asked.Query) { Filters = asked.Filters, Limit = SearchRequest.MostHits, Facets = [] }, cancellationToken);
        var answer = outcome.Answer ?? throw new RejectedInputException(new(
            "bad-query", $"the query cannot be read at character {outcome.Error!.Position + 1}: {outcome.Error.Message} {outcome.Error.Hint}"));
        if (answer.Total > answer.Hits.Count)
        {
            shell.Say($"kb: {answer.Total} passages are found; the first {answer.Hits.Count} are taken. Filters narrow it down.");
        }

        return builder.OfPassages(asked.Query.Length > 0 ? asked.Query : answer.Understood, [.. answer.Hits.Select(hit => new PassageChoice(new(hit.PassageId)))]);
    }

    private static CollectionContents Find(CollectionStore collections, string named)
    {
        var info = collections.List().FirstOrDefault(known => known.Name == named)
            ?? collections.List().FirstOrDefault(known => known.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == named)
            ?? throw new RejectedInputException(new(
                "collection-not-found",
                collections.List() is { Count: > 0 } known
                    ? $"There is no collection '{named}'. Known are: {string.Join(", ", known.Select(other => $"'{other.Name}'"))}."
                    : $"There is no collection '{named}', nor any other yet. Collections are made in the pages: 'kb serve' opens them."));
        return collections.Get(info.Id)!;
    }
}
