namespace KnowledgeBase.Ingestion.Tests;

public sealed class FileFinderTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Fact]
    public void Walks_folders_in_ordinal_order_of_names()
    {
        folder.Write("b.txt", "x");
        folder.Write("a/z.md", "x");
        folder.Write("a/B.html", "x");
        folder.Write("C.pdf", "x");

        Assert.Equal(["C.pdf", Path.Combine("a", "B.html"), Path.Combine("a", "z.md"), "b.txt"], Found());
    }

    [Fact]
    public void Leaves_hidden_temporary_sidecar_and_foreign_files_alone_and_counts_them()
    {
        folder.Write("paper.pdf", "x");
        folder.Write(".hidden.pdf", "x");
        folder.Write("~$paper.docx", "x");
        folder.Write("paper.md~", "x");
        folder.Write("paper.meta.json", "x");
        folder.Write("sheet.xlsx", "x");
        folder.Write(".git/notes.md", "x");

        Assert.Equal(["paper.pdf"], Found());
        Assert.Equal(5, folder.Find().PassedOver);
    }

    [Fact]
    public void Tries_formats_that_cannot_be_read_so_that_their_owner_hears_of_it()
    {
        folder.Write("old.doc", "x");
        folder.Write("LETTER", "x");

        Assert.Equal(["LETTER", "old.doc"], Found());
    }

    [Fact]
    public void Takes_a_file_that_is_named_whatever_its_kind()
    {
        var path = folder.Write("table.tsv", "x");

        var found = new FileFinder().Find([path], CancellationToken.None);

        Assert.Equal(path, Assert.Single(found.Files).Path);
    }

    [Fact]
    public void Heeds_the_rules_that_lie_in_the_folder_itself()
    {
        folder.Write(".kbignore", "# drafts are nobody's business\nsources/\n*draft*\n");
        folder.Write("paper.md", "x");
        folder.Write("paper-draft-2.md", "x");
        folder.Write("sources/paper.md", "x");
        folder.Write("other/draft.md", "x");

        Assert.Equal([Path.Combine("other", "draft.md"), "paper.md"], Found());
    }

    [Fact]
    public void Takes_no_file_twice_when_paths_overlap()
    {
        var path = folder.Write("a/paper.md", "x");

        var found = new FileFinder().Find([path, folder.Reports, Path.Combine(folder.Reports, "a")], CancellationToken.None);

        Assert.Equal(path, Assert.Single(found.Files).Path);
    }

    [Fact]
    public void Does_not_run_in_circles_through_links()
    {
        folder.Write("a/paper.md", "x");
        Directory.CreateSymbolicLink(Path.Combine(folder.Reports, "a", "up"), folder.Reports);

        Assert.Equal([Path.Combine("a", "paper.md")], Found());
    }

    [Fact]
    public void Says_of_a_path_that_leads_nowhere_what_is_wrong()
    {
        var found = new FileFinder().Find(["no-such-folder/paper.pdf"], CancellationToken.None);

        var file = Assert.Single(found.Files);
        Assert.Equal("file-not-found", file.Fault?.Code);
        Assert.Contains("no-such-folder/paper.pdf", file.Fault?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_files_by_the_path_that_was_given()
    {
        folder.Write("a/paper.md", "x");

        var file = Assert.Single(folder.Find().Files);

        Assert.Equal(Path.Combine(folder.Reports, "a", "paper.md"), file.Name);
        Assert.Equal(1, file.SizeBytes);
    }

    public void Dispose() => folder.Dispose();

    private IEnumerable<string> Found() => folder.Find().Files.Select(file => Path.GetRelativePath(folder.Reports, file.Path));
}
