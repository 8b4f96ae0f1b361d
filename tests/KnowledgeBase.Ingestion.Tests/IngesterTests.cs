using KnowledgeBase.Documents;
using KnowledgeBase.Extraction;
using KnowledgeBase.Store;

namespace KnowledgeBase.Ingestion.Tests;

public sealed class IngesterTests : IDisposable
{
    private const string Paragraph = "# On meeting\n\nMediators who know each other lose less time when a crisis comes.\n\nThat takes meetings, and meetings take money.\n";

    private static readonly ScriptedPdfReader Plain = new((_, _) => Task.CompletedTask);

    private readonly TestFolder folder = new();
    private readonly Observed observed = new();

    [Fact]
    public async Task Adds_documents_and_tells_what_is_in_them()
    {
        folder.Write("a.md", Paragraph);
        folder.Write("b.pdf", ScriptedPdfReader.Signature);
        using var store = folder.Open();

        var summary = await IngestAsync(store, Plain);

        Assert.Equal([OutcomeKind.Added, OutcomeKind.Added], observed.Kinds);
        Assert.Equal((2, 0, 0, 0), (summary.Added, summary.Unchanged, summary.Updated, summary.Failed));
        Assert.Null(observed.Outcomes[0].Pages);
        Assert.Equal(2, observed.Outcomes[0].Passages);
        Assert.Equal(1, observed.Outcomes[1].Pages);
        Assert.Equal(1, summary.Pages);
        Assert.Equal(observed.Outcomes.Select(outcome => outcome.Document!.Value).Order(ById), store.Documents.List().Select(info => info.Id).Order(ById));
    }

    [Fact]
    public async Task Ingesting_twice_changes_nothing()
    {
        folder.Write("a.md", Paragraph);
        using var store = folder.Open();
        await IngestAsync(store, Plain);
        var before = States(store);
        observed.Outcomes.Clear();

        var summary = await IngestAsync(store, Plain);

        Assert.Equal([OutcomeKind.Unchanged], observed.Kinds);
        Assert.Equal(1, summary.Unchanged);
        Assert.Equal(before, States(store));
    }

    [Fact]
    public async Task A_new_version_at_the_same_path_keeps_the_document_id()
    {
        folder.Write("a.md", Paragraph);
        using var store = folder.Open();
        await IngestAsync(store, Plain);
        folder.Write("a.md", Paragraph + "\nA third paragraph that was not there before.\n");

        await IngestAsync(store, Plain);

        Assert.Equal([OutcomeKind.Added, OutcomeKind.Updated], observed.Kinds);
        Assert.Equal(observed.Outcomes[0].Document, observed.Outcomes[1].Document);
        Assert.Equal(2, observed.Outcomes[1].Version);
        Assert.Equal(3, Assert.Single(store.Documents.List()).PassageCount);
    }

    [Fact]
    public async Task The_same_bytes_at_two_places_are_one_document()
    {
        folder.Write("a.md", Paragraph);
        folder.Write("b.md", Paragraph);
        using var store = folder.Open();

        var summary = await IngestAsync(store, Plain);

        Assert.Equal((1, 1), (summary.Added, summary.Unchanged));
        Assert.Single(store.Documents.List());
    }

    [Fact]
    public async Task One_bad_file_does_not_stop_the_others()
    {
        folder.Write("a.pdf", ScriptedPdfReader.Signature + "bug");
        folder.Write("b.txt", "");
        folder.Write("c.md", Paragraph);
        using var store = folder.Open();

        var summary = await IngestAsync(store, new((_, _) => throw new InvalidOperationException("a bug")));

        Assert.Equal([OutcomeKind.Failed, OutcomeKind.Failed, OutcomeKind.Added], observed.Kinds);
        Assert.Equal(["internal-error", "empty-file", null], observed.Outcomes.Select(outcome => outcome.Error?.Code));
        Assert.Contains("a bug", observed.Outcomes[0].Error!.Message, StringComparison.Ordinal);
        Assert.Equal(2, summary.Failed);
    }

    [Fact]
    public async Task A_file_without_text_fails_with_the_reason_and_leaves_nothing()
    {
        folder.Write("scan.pdf", ScriptedPdfReader.Signature);
        using var store = folder.Open();

        await IngestAsync(store, new((_, _) => Task.CompletedTask, withText: false));

        Assert.Equal("no-text-layer", Assert.Single(observed.Outcomes).Error?.Code);
        Assert.Empty(store.Documents.List());
    }

    [Fact]
    public async Task Reports_in_the_order_found_whatever_ends_first()
    {
        folder.Write("a.pdf", ScriptedPdfReader.Signature);
        folder.Write("b.md", Paragraph);
        using var store = folder.Open();
        var another = new TaskCompletionSource();
        var watching = new Observed { OnAdvance = _ => another.TrySetResult() };

        await IngestAsync(store, new((_, token) => another.Task.WaitAsync(token)), watching);

        Assert.Equal(["a.pdf", "b.md"], watching.Names);
        Assert.Equal([1, 2], watching.Progress.Select(progress => progress.FilesDone));
    }

    [Fact]
    public async Task A_stopped_run_keeps_what_ended_and_goes_on_from_there()
    {
        folder.Write("a.md", Paragraph);
        folder.Write("b.pdf", ScriptedPdfReader.Signature);
        folder.Write("c.md", Paragraph + "\nMore.\n");
        using var store = folder.Open();
        using var stop = new CancellationTokenSource();
        var blocked = new ScriptedPdfReader(async (_, token) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => IngestAsync(store, blocked, options: One, cancellationToken: stop.Token));

        Assert.Equal(["a.md"], observed.Names);
        Assert.Single(store.Documents.List());
        observed.Outcomes.Clear();
        await IngestAsync(store, Plain);
        Assert.Equal([OutcomeKind.Unchanged, OutcomeKind.Added, OutcomeKind.Added], observed.Kinds);
    }

    [Fact]
    public async Task A_stopped_run_also_reports_what_ended_after_a_file_that_was_given_up()
    {
        folder.Write("a.pdf", ScriptedPdfReader.Signature);
        folder.Write("b.md", Paragraph);
        using var store = folder.Open();
        using var stop = new CancellationTokenSource();
        var watching = new Observed { OnAdvance = _ => stop.Cancel() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => IngestAsync(store, new((_, token) => Task.Delay(Timeout.Infinite, token)), watching, cancellationToken: stop.Token));

        Assert.Equal(["b.md"], watching.Names);
        Assert.Equal("b.md", Assert.Single(store.Documents.List()).Source.FileName);
    }

    [Fact]
    public async Task A_file_that_takes_too_long_fails_and_the_next_one_is_read()
    {
        var slow = folder.Write("a.pdf", ScriptedPdfReader.Signature);
        folder.Write("b.pdf", ScriptedPdfReader.Signature + "2");
        using var store = folder.Open();
        var options = One with { Extraction = ExtractionOptions.Default with { TimeLimit = TimeSpan.FromSeconds(4) } };

        await IngestAsync(store, new((path, token) => path == slow ? Task.Delay(Timeout.Infinite, token) : Task.CompletedTask), options: options);

        Assert.Equal(["time-limit", null], observed.Outcomes.Select(outcome => outcome.Error?.Code));
        Assert.Contains("--time-limit", observed.Outcomes[0].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_changes_while_it_is_read_is_not_taken_in()
    {
        var path = folder.Write("a.pdf", ScriptedPdfReader.Signature);
        using var store = folder.Open();

        await IngestAsync(store, new((_, token) => File.AppendAllTextAsync(path, "more", token)));

        Assert.Equal("file-changed", Assert.Single(observed.Outcomes).Error?.Code);
        Assert.Empty(store.Documents.List());
    }

    [Fact]
    public async Task Replaces_the_document_that_the_user_names()
    {
        folder.Write("old.md", Paragraph);
        using var store = folder.Open();
        await IngestAsync(store, Plain);
        var id = observed.Outcomes[0].Document;
        File.Delete(Path.Combine(folder.Reports, "old.md"));
        folder.Write("new.md", Paragraph + "\nMore.\n");

        await IngestAsync(store, Plain, options: One with { Replaces = id });

        Assert.Equal(OutcomeKind.Updated, observed.Outcomes[1].Kind);
        Assert.Equal("new.md", Assert.Single(store.Documents.List()).Source.FileName);
        Assert.Equal(id, observed.Outcomes[1].Document);
    }

    [Fact]
    public async Task What_a_sidecar_says_holds_and_a_newer_sidecar_is_read_without_being_asked()
    {
        folder.Write("a.md", Paragraph);
        folder.Write("a.meta.json", """{"title": "Said first", "year": 2001}""");
        using var store = folder.Open();
        await IngestAsync(store, Plain);
        Assert.Equal("Said first", Assert.Single(store.Documents.List()).Title);
        var sidecar = folder.Write("a.meta.json", """{"title": "Said later"}""");
        File.SetLastWriteTimeUtc(sidecar, DateTime.UtcNow.AddMinutes(1));

        await IngestAsync(store, Plain);

        Assert.Equal("Said later", Assert.Single(store.Documents.List()).Title);
        Assert.Equal([OutcomeKind.Added, OutcomeKind.Updated], observed.Kinds);
    }

    [Fact]
    public async Task What_was_said_in_the_store_outlasts_a_new_version_and_outweighs_the_sidecar()
    {
        folder.Write("a.md", Paragraph);
        folder.Write("a.meta.json", """{"title": "By sidecar", "year": 2001}""");
        using var store = folder.Open();
        await IngestAsync(store, Plain);
        store.FrontEdits.Set(observed.Outcomes[0].Document!.Value, new() { Title = "By a person" });
        folder.Write("a.md", Paragraph + "\nMore.\n");

        await IngestAsync(store, Plain);

        var info = Assert.Single(store.Documents.List());
        Assert.Equal(("By a person", 2001), (info.Title, info.Year));
    }

    [Fact]
    public async Task Replacing_a_document_that_is_not_there_fails_the_file()
    {
        folder.Write("a.md", Paragraph);
        using var store = folder.Open();

        await IngestAsync(store, Plain, options: One with { Replaces = new("0123456789ab") });

        Assert.Equal("document-not-found", Assert.Single(observed.Outcomes).Error?.Code);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_ends_the_run_and_what_was_reported_stays()
    {
        folder.Write("a.md", Paragraph);
        using var store = folder.Open();
        await IngestAsync(store, Plain);
        folder.Write("b.md", Paragraph + "\nMore.\n");
        // A file where the store keeps its folder of originals stands for a disk that takes no more.
        Directory.Delete(Path.Combine(folder.Data, "files"), recursive: true);
        await File.WriteAllTextAsync(Path.Combine(folder.Data, "files"), "");

        var error = await Assert.ThrowsAsync<RejectedInputException>(() => IngestAsync(store, Plain, options: One));

        Assert.StartsWith("store-", error.Problem.Code, StringComparison.Ordinal);
        Assert.Single(store.Documents.List());
    }

    [Fact]
    public async Task A_full_disk_ends_the_run_and_leaves_no_part_of_a_document()
    {
        folder.Write("a.md", Paragraph);
        folder.Write("b.md", "# Many\n\n## Things\n\n" + string.Join("\n\n", Enumerable.Range(0, 5000).Select(number => $"Paragraph {number} says {number * 7919} things about {number * 104729} matters.")));
        using var store = folder.Open(new() { MaxSizeBytes = 1 << 20 });

        var error = await Assert.ThrowsAsync<RejectedInputException>(() => IngestAsync(store, Plain, options: One));

        Assert.Equal("store-full", error.Problem.Code);
        Assert.Equal(["a.md"], observed.Names);
        Assert.Equal("a.md", Assert.Single(store.Documents.List()).Source.FileName);
        Assert.Empty(store.Verifier.Verify(null, CancellationToken.None).Problems);
    }

    public void Dispose() => folder.Dispose();

    private static List<(DocumentId, int, string, DateTimeOffset, int)> States(KnowledgeStore store) =>
        [.. store.Documents.List().Select(info => (info.Id, info.Version, info.Source.Sha256, info.UpdatedAt, info.PassageCount))];

    private static IngestOptions One { get; } = new() { Parallel = 1 };

    private static Comparer<DocumentId> ById { get; } = Comparer<DocumentId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value));

    private Task<IngestSummary> IngestAsync(
        KnowledgeStore store, ScriptedPdfReader reader, Observed? watching = null, IngestOptions? options = null, CancellationToken cancellationToken = default) =>
        new Ingester(reader.Reading(), store, TimeProvider.System)
            .IngestAsync(folder.Find().Files, options ?? new IngestOptions(), watching ?? observed, cancellationToken);
}
