using KnowledgeBase.Documents;
using KnowledgeBase.Store.Likeness;

namespace KnowledgeBase.Store.Tests.Likeness;

public sealed class RelatedTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_same_words_in_another_format_are_the_same_text()
    {
        using var store = folder.Open();
        var text = Words(1, 3000);
        var first = store.Save("/a.txt", text);

        var second = Save(store, "/a.docx", SourceFormat.Docx, text, "and a last line that only Word has");

        Assert.Equal([(second, RelationKind.SameText)], RelatedOf(store, first.Plan.Document));
        Assert.Equal([(first.Plan.Document, RelationKind.SameText)], RelatedOf(store, second));
    }

    [Fact]
    public void A_text_of_which_a_third_was_written_anew_is_a_revision()
    {
        using var store = folder.Open();
        var first = store.Save("/2019.txt", Words(1, 2000), Words(2, 1000)).Plan.Document;
        var second = store.Save("/2020.txt", Words(1, 2000), Words(3, 1000)).Plan.Document;

        Assert.Equal([(second, RelationKind.Revision)], RelatedOf(store, first));
    }

    [Fact]
    public void A_short_text_most_of_which_stands_in_a_long_one_is_its_summary()
    {
        using var store = folder.Open();
        var report = store.Save("/report.txt", Words(1, 6000)).Plan.Document;
        var brief = store.Save("/brief.txt", Words(1, 600), Words(2, 400)).Plan.Document;

        Assert.Equal([(report, RelationKind.SummaryOf)], RelatedOf(store, brief));
        Assert.Equal([(brief, RelationKind.SummarisedBy)], RelatedOf(store, report));
    }

    [Fact]
    public void A_document_that_the_reader_may_not_see_is_not_named()
    {
        using var store = folder.Open();
        var text = Words(1, 3000);
        var seen = store.Save("/a.txt", text).Plan.Document;
        var hidden = store.Save("/b.txt", text, "One more line at the end.").Plan.Document;
        store.Documents.SetVisibility(hidden, Visibility.Restricted);

        Assert.Empty(store.Related.FormsOf(seen, Visibility.Network));
        Assert.Single(store.Related.FormsOf(seen, Visibility.Restricted));
    }

    [Fact]
    public void Texts_that_share_a_page_of_standing_words_are_not_related()
    {
        using var store = folder.Open();
        var first = store.Save("/a.txt", Words(1, 3000), Words(9, 300)).Plan.Document;
        store.Save("/b.txt", Words(2, 3000), Words(9, 300));

        Assert.Empty(RelatedOf(store, first));
    }

    [Fact]
    public void A_removed_or_rewritten_document_is_related_no_more()
    {
        using var store = folder.Open();
        var text = Words(1, 3000);
        var kept = store.Save("/a.txt", text).Plan.Document;
        var removed = store.Save("/b.txt", text, "One more line at the end.").Plan.Document;
        store.Save("/c.txt", text, "Yet another line at the end.");
        Assert.Equal(2, RelatedOf(store, kept).Count());

        store.Documents.Remove(removed);
        store.Save("/c.txt", Words(5, 3000));

        Assert.Empty(RelatedOf(store, kept));
        Assert.Empty(store.Related.All());
    }

    [Fact]
    public void Documents_of_an_older_store_are_compared_with_the_next_that_comes()
    {
        using var store = folder.Open();
        var text = Words(1, 3000);
        var old = store.Save("/a.txt", text).Plan.Document;
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(folder.Data, "kb.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM sketch_shingle; DELETE FROM document_sketch";
            command.ExecuteNonQuery();
        }

        var next = Save(store, "/a.docx", SourceFormat.Docx, text);

        Assert.Equal([(old, RelationKind.SameText)], RelatedOf(store, next));
    }

    [Theory]
    [InlineData(100, 100, 100, true, RelationKind.SameText)]
    [InlineData(90, 100, 100, true, RelationKind.Revision)]
    [InlineData(90, 100, 100, false, RelationKind.SameText)]
    [InlineData(50, 100, 60, false, RelationKind.Revision)]
    [InlineData(40, 100, 300, false, RelationKind.SummaryOf)]
    [InlineData(40, 300, 100, false, RelationKind.SummarisedBy)]
    [InlineData(20, 100, 300, false, null)]
    [InlineData(11, 11, 11, false, null)]
    public void Tells_what_one_is_to_the_other(int common, int first, int second, bool sameFormat, RelationKind? expected) =>
        Assert.Equal(expected, Relation.Of(common, first, second, sameFormat, sameTitle: false));

    private static IEnumerable<(DocumentId, RelationKind)> RelatedOf(KnowledgeStore store, DocumentId document) =>
        store.Related.FormsOf(document, Visibility.Restricted).Select(form => (form.Document, EnumWords.Find<RelationKind>(form.Kind)!.Value));

    private static DocumentId Save(KnowledgeStore store, string path, SourceFormat format, params string[] paragraphs)
    {
        var bytes = Samples.Bytes([.. paragraphs, path]);
        var request = Samples.Request(bytes, path);
        var id = store.Documents.Plan(request).Document;
        var document = Samples.Document(id, bytes, paragraphs);
        document = document with { Document = document.Document with { Source = document.Document.Source with { Format = format } } };
        store.Documents.Save(document, new MemoryStream(bytes), request, TestContext.Cancellation);
        return id;
    }

    /// <summary>Words drawn from 500 by a seeded chance: runs of four hardly ever repeat.</summary>
    private static string Words(int seed, int count)
    {
        var chance = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, count).Select(_ => $"word{chance.Next(500)}"));
    }
}
