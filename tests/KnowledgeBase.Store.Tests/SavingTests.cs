using KnowledgeBase.Documents;

namespace KnowledgeBase.Store.Tests;

public sealed class SavingTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Gives_back_every_value_of_a_document_and_its_tags()
    {
        using var store = folder.Open();
        var bytes = Samples.Bytes("x");
        var request = Samples.Request(bytes, "/reports/paper.pdf");
        var id = store.Documents.Plan(request).Document;
        var given = Rich(id, bytes);

        store.Documents.Save(given, new MemoryStream(bytes), request, TestContext.Cancellation);

        var read = store.Documents.Get(id)!;
        Assert.Equal(Json(given.Document), Json(read.Tagged.Document));
        Assert.Equal("model/3", read.Tagged.Tagger);
        foreach (var (passage, tags) in given.Tags)
        {
            Assert.Equal(Describe(tags), Describe(read.Tagged.Tags[passage]));
            Assert.Equal(tags.Scores.OrderBy(s => s.Key), read.Tagged.Tags[passage].Scores.OrderBy(s => s.Key));
        }
    }

    [Fact]
    public void Knows_the_same_bytes_again_wherever_they_lie()
    {
        using var store = folder.Open();
        store.Save("/a/paper.txt", "One passage.");

        var again = store.Save("/b/copy.txt", "One passage.");

        Assert.Equal(IngestAction.Unchanged, again.Plan.Action);
        Assert.Single(store.Documents.List());
    }

    [Fact]
    public void Replaces_the_passages_and_keeps_the_id_when_a_file_changes_at_its_path()
    {
        using var store = folder.Open();
        var first = store.Save("/a/paper.txt", "The first passage stays.", "The second passage goes away entirely.");

        var second = store.Save("/a/paper.txt", "The first passage stays.", "Something else is said here now.");

        Assert.Equal(IngestAction.Updated, second.Plan.Action);
        Assert.Equal(first.Plan.Document, second.Plan.Document);
        var stored = store.Documents.Get(first.Plan.Document)!;
        Assert.Equal(2, stored.Info.Version);
        Assert.Equal(["The first passage stays.", "Something else is said here now."], stored.Tagged.Document.Passages.Select(p => p.Text));
        Assert.Equal([1, 2], stored.Versions.Select(v => v.Version));
        Assert.True(store.Verifier.Verify(null, TestContext.Cancellation).IsSound);
    }

    [Fact]
    public void Takes_a_file_from_elsewhere_as_a_new_version_when_told_to()
    {
        using var store = folder.Open();
        var first = store.Save("/a/paper.txt", "The old text.");
        var bytes = Samples.Bytes("The new text.");
        var request = Samples.Request(bytes, "/b/paper-v2.txt") with { Replaces = first.Plan.Document };

        var result = store.Documents.Save(
            Samples.Document(first.Plan.Document, bytes, "The new text."), new MemoryStream(bytes), request, TestContext.Cancellation);

        Assert.Equal(IngestAction.Updated, result.Plan.Action);
        Assert.Equal("/b/paper-v2.txt", Assert.Single(store.Documents.List()).Path);
    }

    [Fact]
    public void Leaves_alone_an_older_version_that_turns_up_at_another_path()
    {
        using var store = folder.Open();
        store.Save("/a/paper.txt", "The old text.");
        store.Save("/a/paper.txt", "The new text.");

        var old = store.Save("/b/backup-of-paper.txt", "The old text.");

        Assert.Equal(IngestAction.Unchanged, old.Plan.Action);
        Assert.Contains("version 1", old.Plan.Note, StringComparison.Ordinal);
        Assert.Equal("The new text.", store.Documents.Get(old.Plan.Document)!.Tagged.Document.Passages[0].Text);
    }

    [Fact]
    public void Saves_nothing_when_the_file_changed_after_it_was_read()
    {
        using var store = folder.Open();
        var bytes = Samples.Bytes("What was read.");
        var request = Samples.Request(bytes, "/a/paper.txt");
        var document = Samples.Document(store.Documents.Plan(request).Document, bytes, "What was read.");

        var error = Assert.Throws<RejectedInputException>(() => store.Documents.Save(
            document, new MemoryStream(Samples.Bytes("What it became.")), request, TestContext.Cancellation));

        Assert.Equal("file-changed", error.Problem.Code);
        Assert.Empty(store.Documents.List());
        Assert.True(store.Verifier.Verify(null, TestContext.Cancellation).IsSound);
    }

    [Fact]
    public void Saves_nothing_when_cancelled()
    {
        using var store = folder.Open();
        var bytes = Samples.Bytes("Too late.");
        var request = Samples.Request(bytes);
        var document = Samples.Document(store.Documents.Plan(request).Document, bytes, "Too late.");

        Assert.Throws<OperationCanceledException>(() =>
            store.Documents.Save(document, new MemoryStream(bytes), request, new CancellationToken(canceled: true)));

        Assert.Empty(store.Documents.List());
    }

    [Fact]
    public void Keeps_the_original_and_forgets_it_with_the_document()
    {
        using var store = folder.Open();
        var saved = store.Save("/a/paper.txt", "Kept for good.");
        var path = store.Documents.OriginalPath(saved.Plan.Document)!;

        using (var original = new StreamReader(store.Documents.OpenOriginal(saved.Plan.Document)!))
        {
            Assert.Equal("Kept for good.", original.ReadToEnd());
        }

        Assert.True(store.Documents.Remove(saved.Plan.Document));
        Assert.False(File.Exists(path));
        Assert.Empty(store.Documents.List());
        Assert.Null(store.Documents.Get(saved.Plan.Document));
        Assert.False(store.Documents.Remove(saved.Plan.Document));
        Assert.Empty(store.FullText.Read(s => s.Match("kept", 1)));
    }

    [Fact]
    public void Finds_words_of_a_document_as_soon_as_it_is_saved_and_not_those_of_its_old_version()
    {
        using var store = folder.Open();
        store.Save("/a/paper.txt", "armistice talks");
        store.Save("/a/paper.txt", "ceasefire talks");

        Assert.Empty(store.FullText.Read(s => s.Match("armistice", 1)));
        Assert.Single(store.FullText.Read(s => s.Match("ceasefire", 1)));
    }

    [Theory]
    [InlineData("paper.txt")]
    [InlineData("/a/paper.txt")]
    [InlineData("PAPER.TXT")]
    public void Finds_the_document_that_a_person_means(string reference)
    {
        using var store = folder.Open();
        var saved = store.Save("/a/paper.txt", "Text.");

        Assert.Equal(saved.Plan.Document, store.Documents.Find(reference).Id);
        Assert.Equal(saved.Plan.Document, store.Documents.Find(saved.Plan.Document.Value[..6]).Id);
    }

    [Fact]
    public void Says_when_no_document_or_several_are_meant()
    {
        using var store = folder.Open();
        store.Save("/a/paper.txt", "One.");
        store.Save("/b/paper.txt", "Another.");

        Assert.Equal("document-ambiguous", Assert.Throws<RejectedInputException>(() => store.Documents.Find("paper.txt")).Problem.Code);
        Assert.Equal("document-not-found", Assert.Throws<RejectedInputException>(() => store.Documents.Find("other.txt")).Problem.Code);
    }

    private static string Json(StructuredDocument document) => System.Text.Json.JsonSerializer.Serialize(document);

    private static string[] Describe(PassageTags tags) =>
        [.. tags.Kinds.Concat(tags.Themes).Concat(tags.Addressees).Select(t =>
            $"{t.Label} {t.Confidence:R} {t.Origin} {string.Join(';', t.Evidence.Select(e => $"{e.Source}|{e.Text}|{e.Weight:R}"))}")];

    private static TaggedDocument Rich(DocumentId id, byte[] bytes)
    {
        var passage = new Passage(PassageId.Compute(id, "Donors should pay.", 0), PassageRole.ListItem, "Donors should pay.")
        {
            Section = 0,
            HeadingPath = ["Part A", "Déjà vu: “quotes” & <tags>"],
            PageFirst = 1,
            PageLast = 2,
            PageLabelFirst = "iv",
            PageLabelLast = "v",
            Boxes = [new(1, new(1.5, 2.25, 300.1, 44)), new(2, new(0.1, 0.2, 0.3, 0.4))],
            Printed = [new(1, new(1, 2, 3, 4), 0, 6), new(2, new(1, 2, 3, 4), 6, 18)],
            FootnoteRefs = [new("1", 6)],
            Marker = "(a)",
            Attribution = "A mediator",
            Label = "Donors",
            Language = "en",
            ParagraphInSection = 3,
            OcrConfidence = 0.875,
        };
        var note = new Footnote(PassageId.Compute(id, "See A/66/811.", 0), "1", "See A/66/811.", FootnoteType.Mixed)
        {
            CitedBy = passage.Id, Page = 2, PageLabel = "v", Boxes = [new(2, new(1, 2, 3, 4))], Language = "en",
        };
        var front = new FrontMatter
        {
            Title = "T", Subtitle = "S", Series = "Papers", Number = "7", Year = 2020, Event = new("Meeting", "Accra", 2019), Authors = ["A", "B"],
            Editors = ["C"], Publisher = "P", Place = "Q", StandardNumber = "1234-5678", Doi = "10.1/x", Url = "https://example.org", Language = "en",
        };
        var document = new StructuredDocument(
            id,
            new("paper.pdf", Samples.Request(bytes).Sha256, SourceFormat.Pdf, bytes.Length),
            2,
            front,
            [new("1", "Part A", 1, 1) { Kind = SectionKind.GoodPractice, Ordinal = 2, LevelConfidence = 0.5, Boxes = [new(1, new(1, 2, 3, 4))] }],
            [passage],
            [note],
            [new("Jane", "Org"), new("Org 2")],
            [new("iv", 1, SetAsideReason.PageNumber)],
            [new("odd", "Odd.", 2), new("odder", "Odder.")])
        {
            Grade = new("B", 0.75, ["reason"]),
            PageLabels = ["iv", null],
        };
        var tags = new PassageTags(
            [new("recommendation", 0.1 + 0.2, TagOrigin.Model, [new("words", "should", 1.25)]), new("recommendation", 1, TagOrigin.Rule, [])],
            [new("funding", 0.5, TagOrigin.Rule, [new("heading", "Donors", -0.5)])],
            [new("donors", 1, TagOrigin.Rule, [])],
            new Dictionary<string, double> { ["challenge"] = 0.31, ["recommendation"] = 0.9 });
        return new(document, new Dictionary<PassageId, PassageTags> { [passage.Id] = tags, [note.Id] = PassageTags.None }, "model/3");
    }
}
