using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Citing;
using KnowledgeBase.Store.Desk;
using KnowledgeBase.Web.Access;
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
    private const string CurrentCookie = "kb-collection";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/collections", (Library library, long? deleted) =>
            SitePages.Show<CollectionsPage>(new { Collections = library.Collections(), library.Viewer, Deleted = deleted }));
        pages.MapGet("/collections/{id:long}", Show);
        var desk = pages.MapGroup("/collections").ForEditors();
        desk.MapPost("/", Create);
        desk.MapPost("/add", Add);
        desk.MapPost("/import", Import);
        desk.MapPost("/{id:long}/describe", Describe);
        desk.MapPost("/{id:long}/arrange", Arrange);
        desk.MapPost("/{id:long}/undo", Undo);
        desk.MapPost("/{id:long}/delete", Delete);
        desk.MapPost("/{id:long}/restore", Restore);
        desk.MapPost("/{id:long}/items/{item:long}/move", Move);
        desk.MapPost("/{id:long}/items/{item:long}/annotate", Annotate);
        desk.MapPost("/{id:long}/items/{item:long}/remove", Remove);
    }

    /// <summary>Where a viewer can put passages; null for those who are no editors.</summary>
    public static CollectModel? Collect(Library library, HttpRequest request)
    {
        if (!library.Viewer.IsEditor)
        {
            return null;
        }

        var all = library.Collections();
        var last = long.TryParse(request.Cookies[CurrentCookie], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        return new(all, all.FirstOrDefault(collection => collection.Id == last));
    }

    private static IResult Show(long id, Library library, SiteParts parts)
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

        return SitePages.Show<CollectionPage>(new { Model = new CollectionModel(contents, passages), library.Viewer });
    }

    private static RedirectHttpResult Create([FromForm] string? name, Library library, SiteParts parts, HttpResponse response)
    {
        var made = parts.Store.Collections.Create(name ?? "", null, library.Viewer.Name);
        Note(parts, library, "collection.create", made.Info.Id);
        Remember(response, made.Info.Id);
        return SitePages.Back(Address(made.Info.Id));
    }

    private static RedirectHttpResult Add(
        [FromForm] string passage, [FromForm] string? collection, [FromForm] string? name, [FromForm] string? back, Library library, SiteParts parts, HttpResponse response)
    {
        if (library.Passage(new(passage)) is null)
        {
            throw new RejectedInputException(new("passage-not-found", $"There is no passage '{passage}'."));
        }

        if (!long.TryParse(collection, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            id = parts.Store.Collections.Create(name ?? "", null, library.Viewer.Name).Info.Id;
            Note(parts, library, "collection.create", id);
        }

        parts.Store.Collections.Add(id, [new(new(passage))], library.Viewer.Name);
        Note(parts, library, "collection.add", id);
        Remember(response, id);
        return SitePages.Back(back, $"p-{passage}");
    }

    private static async Task<RedirectHttpResult> Import(IFormFile? file, [FromForm] string? name, Library library, SiteParts parts, CancellationToken cancellation)
    {
        if (file is null)
        {
            throw new RejectedInputException(new("upload-files", "Choose a file to import."));
        }

        using var reader = new StreamReader(file.OpenReadStream());
        var entries = CollectionImports.Read(await reader.ReadToEndAsync(cancellation).ConfigureAwait(false));
        var title = string.IsNullOrWhiteSpace(name) ? Path.GetFileNameWithoutExtension(file.FileName) : name;
        var made = parts.Store.Collections.Create(title, null, library.Viewer.Name);
        var known = entries.Where(entry => library.Passage(entry.Passage) is not null).ToArray();
        parts.Store.Collections.Add(made.Info.Id, known, library.Viewer.Name);
        Note(parts, library, "collection.import", made.Info.Id);
        return SitePages.Back(Address(made.Info.Id));
    }

    private static RedirectHttpResult Describe(
        long id, [FromForm] string? name, [FromForm] string? note, [FromForm] string? usedIn, Library library, SiteParts parts)
    {
        parts.Store.Collections.Describe(id, name ?? "", note, usedIn, library.Viewer.Name);
        Note(parts, library, "collection.describe", id);
        return SitePages.Back(Address(id));
    }

    private static RedirectHttpResult Arrange(long id, [FromForm] string? by, Library library, SiteParts parts)
    {
        parts.Store.Collections.Arrange(id, item => library.Passage(item.Passage)?.Tags is not { } tags ? null : by switch
        {
            "theme" => tags.Themes is [var theme, ..] ? Texts.Word("Theme", theme.Label) : Texts.T("Collection_NoTheme"),
            "kind" => tags.Kinds is [var kind, ..] ? Texts.Word("Kinds", kind.Label) : Texts.T("Collection_NoKind"),
            _ => null,
        }, library.Viewer.Name);
        Note(parts, library, "collection.change", id);
        return SitePages.Back(Address(id));
    }

    private static RedirectHttpResult Undo(long id, Library library, SiteParts parts)
    {
        parts.Store.Collections.Undo(id);
        Note(parts, library, "collection.undo", id);
        return SitePages.Back(Address(id));
    }

    private static RedirectHttpResult Delete(long id, Library library, SiteParts parts)
    {
        parts.Store.Collections.Delete(id);
        Note(parts, library, "collection.delete", id);
        return SitePages.Back(FormattableString.Invariant($"/collections?deleted={id}"));
    }

    private static RedirectHttpResult Restore(long id, Library library, SiteParts parts)
    {
        parts.Store.Collections.BringBack(id);
        Note(parts, library, "collection.restore", id);
        return SitePages.Back(Address(id));
    }

    private static RedirectHttpResult Move(long id, long item, [FromForm] int by, Library library, SiteParts parts)
    {
        parts.Store.Collections.Move(id, item, by, library.Viewer.Name);
        Note(parts, library, "collection.change", id);
        return SitePages.Back(Address(id), Anchor(item));
    }

    private static RedirectHttpResult Annotate(long id, long item, [FromForm] string? section, [FromForm] string? note, Library library, SiteParts parts)
    {
        parts.Store.Collections.Annotate(id, item, section, note, library.Viewer.Name);
        Note(parts, library, "collection.change", id);
        return SitePages.Back(Address(id), Anchor(item));
    }

    private static RedirectHttpResult Remove(long id, long item, Library library, SiteParts parts)
    {
        parts.Store.Collections.Remove(id, item, library.Viewer.Name);
        Note(parts, library, "collection.remove", id);
        return SitePages.Back(Address(id));
    }

    private static void Remember(HttpResponse response, long id) => response.Cookies.Append(
        CurrentCookie, id.ToString(CultureInfo.InvariantCulture), new() { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(30) });

    private static string Address(long id) => FormattableString.Invariant($"/collections/{id}");

    private static string Anchor(long item) => FormattableString.Invariant($"item-{item}");

    private static void Note(SiteParts parts, Library library, string what, long id) =>
        parts.Store.Acts.Note(library.Viewer.Name, what, id.ToString(CultureInfo.InvariantCulture), null);
}
