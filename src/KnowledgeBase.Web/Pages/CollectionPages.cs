using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Citing;
using KnowledgeBase.Store.Desk;
using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Api;
using KnowledgeBase.Web.Desk;
using KnowledgeBase.Web.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace KnowledgeBase.Web.Pages;

/// <summary>The editor's desk: collections and what is done to them.</summary>
internal static class CollectionPages
{
    // A full collection with long passages and all they carry; an ordinary one has a hundredth of it.
    private const long MaxImportBytes = 32 * 1024 * 1024;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/collections", (Library library, long? deleted) =>
            SitePages.Show<CollectionsPage>(new { Collections = library.Collections(), library.Viewer, Deleted = deleted }));
        pages.MapGet("/collections/{id:long}", Show);
        var desk = pages.MapGroup("/collections").ForEditors();
        desk.MapPost("/", Create);
        desk.MapPost("/add", Add);
        desk.MapPost("/import", Import).WithBodyLimit(MaxImportBytes);
        desk.MapPost("/{id:long}/describe", Describe);
        desk.MapPost("/{id:long}/arrange", Arrange);
        desk.MapPost("/{id:long}/undo", Undo);
        desk.MapPost("/{id:long}/delete", Delete);
        desk.MapPost("/{id:long}/restore", Restore);
        desk.MapPost("/{id:long}/items/{item:long}/move", Move);
        desk.MapPost("/{id:long}/items/{item:long}/annotate", Annotate);
        desk.MapPost("/{id:long}/items/{item:long}/remove", Remove);
    }

    private static IResult Show(long id, Library library, SiteParts parts, int missing = 0, int of = 0)
    {
        if (library.Collection(id) is not { } contents)
        {
            return SitePages.NotFound();
        }

        var citations = new CitationWriter(CitationStyle.Chicago);
        var uses = parts.Store.Collections.Uses([.. contents.Items.Select(item => item.Passage)]);
        var passages = new Dictionary<PassageId, CollectedPassage>();
        foreach (var item in contents.Items)
        {
            if (library.Passage(item.Passage) is { } found)
            {
                var citation = citations.CitePassage(found.Document.Info.Front, found.Document.Info.Source.FileName, found.Entry).Text;
                passages.TryAdd(item.Passage, new(found, citation, [.. uses.GetValueOrDefault(item.Passage, []).Where(use => use.Id != id)]));
            }
        }

        return SitePages.Show<CollectionPage>(new { Model = new CollectionModel(contents, passages) { Missing = missing, Imported = of }, library.Viewer });
    }

    private static RedirectHttpResult Create([FromForm] string? name, CollectionDesk desk, HttpResponse response)
    {
        var made = desk.Create(name, null, []);
        new CollectPlace(made.Info.Id, null).Remember(response);
        return SitePages.Back(Address(made.Info.Id));
    }

    private static RedirectHttpResult Add(
        [FromForm] string? passage, [FromForm] string? collection, [FromForm] string? name, [FromForm] string? section, [FromForm] string? back,
        Library library, CollectionDesk desk, HttpResponse response)
    {
        if (library.Passage(new(passage ?? "")) is null)
        {
            throw new RejectedInputException(new("passage-not-found", $"There is no passage '{passage}'."));
        }

        CollectionEntry[] entries = [new(new(passage!), string.IsNullOrWhiteSpace(section) ? null : section.Trim())];
        // Whoever writes a name means a new collection, whichever the list still shows.
        if (long.TryParse(collection, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && string.IsNullOrWhiteSpace(name))
        {
            desk.Add(id, entries);
        }
        else
        {
            id = desk.Create(name, null, entries).Info.Id;
        }

        new CollectPlace(id, entries[0].Section).Remember(response);
        return SitePages.Back(back, $"p-{passage}");
    }

    private static async Task<RedirectHttpResult> Import(IFormFile? file, [FromForm] string? name, CollectionDesk desk, CancellationToken cancellation)
    {
        if (file is null)
        {
            throw RejectedInputException.Of("upload-files", CodedText.Of("import-file", $"Choose a file to import."));
        }

        using var reader = new StreamReader(file.OpenReadStream());
        var read = await CollectionImports.ReadAsync(reader, cancellation).ConfigureAwait(false);
        var (made, missing) = desk.Import(string.IsNullOrWhiteSpace(name) ? read.Name ?? Path.GetFileNameWithoutExtension(file.FileName) : name, read);
        return SitePages.Back(Address(made.Info.Id) + (missing > 0 ? FormattableString.Invariant($"?missing={missing}&of={read.Entries.Count}") : ""));
    }

    private static RedirectHttpResult Describe(
        long id, [FromForm] string? name, [FromForm] string? note, [FromForm] string? usedIn, CollectionDesk desk) =>
        SitePages.Back(Address(desk.Describe(id, name, note, usedIn).Info.Id));

    private static RedirectHttpResult Arrange(long id, [FromForm] string? by, Library library, CollectionDesk desk)
    {
        desk.Arrange(id, item => library.Passage(item.Passage)?.Tags is not { } tags ? null : by switch
        {
            "theme" => tags.Themes is [var theme, ..] ? Texts.Word("Theme", theme.Label) : Texts.T("Collection_NoTheme"),
            "kind" => tags.Kinds is [var kind, ..] ? Texts.Word("Kinds", kind.Label) : Texts.T("Collection_NoKind"),
            _ => null,
        });
        return SitePages.Back(Address(id));
    }

    // The change that the page showed, or none: another editor's is not taken back unseen.
    private static IResult Undo(long id, [FromForm] long? change, CollectionDesk desk) => desk.Undo(id, change ?? 0) is null
        ? ErrorPages.Render(StatusCodes.Status409Conflict, Texts.T("Collection_UndoMissed"), Address(id))
        : SitePages.Back(Address(id));

    private static RedirectHttpResult Delete(long id, CollectionDesk desk)
    {
        desk.Delete(id);
        return SitePages.Back(FormattableString.Invariant($"/collections?deleted={id}"));
    }

    private static RedirectHttpResult Restore(long id, CollectionDesk desk)
    {
        desk.BringBack(id);
        return SitePages.Back(Address(id));
    }

    private static RedirectHttpResult Move(long id, long item, [FromForm] int by, CollectionDesk desk) =>
        SitePages.Back(Address(desk.Move(id, item, by).Info.Id), Anchor(item));

    private static RedirectHttpResult Annotate(long id, long item, [FromForm] string? section, [FromForm] string? note, CollectionDesk desk) =>
        SitePages.Back(Address(desk.Annotate(id, item, section ?? "", note ?? "").Info.Id), Anchor(item));

    private static RedirectHttpResult Remove(long id, long item, CollectionDesk desk) => SitePages.Back(Address(desk.Remove(id, item).Info.Id));

    private static string Address(long id) => FormattableString.Invariant($"/collections/{id}");

    private static string Anchor(long item) => FormattableString.Invariant($"item-{item}");
}
