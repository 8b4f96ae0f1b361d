using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace KnowledgeBase.Web.Tests.Load;

/// <summary>Many users at once, and for long: run by <c>./kb test --long</c>.</summary>
[Collection(Samples.Name)]
[Trait("Category", "Long")]
public sealed class LoadTests(SampleStore samples)
{
    private static readonly string[] Queries =
        ["rivalry between mediators", "women armed groups", "\"local ownership\"", "funding AND donors", "trust kind:recommendation", "cease*", "appropriation locale", "mediation"];

    [Fact]
    public async Task Fifty_users_get_their_answers_within_half_a_second_while_documents_come_in()
    {
        await using var site = await TestSite.StartAsync(samples);
        var crowd = new Crowd(site.Address, Queries);
        await crowd.WorkAsync(4, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(5), CancellationToken.None);
        var before = site.Store.Documents.List().Count;

        using var end = new CancellationTokenSource();
        var uploads = UploadAsync(site, TimeSpan.FromSeconds(2), end.Token);
        var visits = await crowd.WorkAsync(50, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), CancellationToken.None);
        await end.CancelAsync();
        await uploads;

        Assert.Empty(visits.Select(visit => visit.Fault).OfType<string>());
        Assert.True(visits.Count > 1000, $"only {visits.Count} visits");
        Assert.True(site.Store.Documents.List().Count > before + 10, "nothing came in meanwhile");
        Assert.InRange(Crowd.Percentile(visits, 0.95), 0, 500);
    }

    [Fact]
    public async Task A_quarter_of_an_hour_of_use_leaks_nothing()
    {
        await using var site = await TestSite.StartAsync(samples);
        var crowd = new Crowd(site.Address, Queries);
        // The first minutes fill caches and pools; what grows after them leaks.
        await UseAsync(site, crowd, TimeSpan.FromMinutes(3));
        var early = Footprint.Now(site);
        await UseAsync(site, crowd, TimeSpan.FromMinutes(12));
        var late = Footprint.Now(site);

        // Documents that came in stay in the memory index, at well under 100 kB each.
        var documents = late.Documents - early.Documents;
        Assert.True(late.Bytes < early.Bytes + (10 << 20) + (documents * 100_000L), $"memory grew from {early.Bytes:N0} to {late.Bytes:N0} bytes");
        Assert.InRange(late.Handles, 0, early.Handles + 20);
        Assert.InRange(late.Threads, 0, early.Threads + 10);
        Assert.Equal(0, late.Uploads);
        Assert.Equal(0, late.Children);
    }

    private static async Task UseAsync(TestSite site, Crowd crowd, TimeSpan time)
    {
        using var end = new CancellationTokenSource();
        var uploads = UploadAsync(site, TimeSpan.FromSeconds(20), end.Token);
        var visits = await crowd.WorkAsync(8, TimeSpan.FromMilliseconds(200), time, CancellationToken.None);
        await end.CancelAsync();
        await uploads;
        Assert.Empty(visits.Select(visit => visit.Fault).OfType<string>());
    }

    // New documents, one after the other.
    private static async Task UploadAsync(TestSite site, TimeSpan pause, CancellationToken end)
    {
        using var client = site.Client();
        var pdf = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "corpus", "papers", SampleStore.PublicFile), CancellationToken.None);
        for (var number = 0; !end.IsCancellationRequested; number++)
        {
            using var content = new MultipartFormDataContent();
            // Every third a PDF, which starts Poppler; a comment at its end makes it another file.
            var isPdf = number % 3 == 2;
            var file = new ByteArrayContent(isPdf ? [.. pdf, .. Encoding.ASCII.GetBytes($"\n% {Guid.NewGuid()}\n")] : Encoding.UTF8.GetBytes(Report(number)));
            file.Headers.ContentType = new MediaTypeHeaderValue(isPdf ? "application/pdf" : "text/markdown");
            content.Add(file, "files", $"report-{number}-{Guid.NewGuid():N}.{(isPdf ? "pdf" : "md")}");
            (await client.PostAsync("/api/v1/documents", content, CancellationToken.None)).EnsureSuccessStatusCode().Dispose();
            try
            {
                await Task.Delay(pause, end);
            }
            catch (OperationCanceledException)
            {
                // No more are wanted.
            }
        }

        foreach (var job in site.Store.Jobs.Last(5).Where(job => !job.Ended))
        {
            await client.GetStringAsync($"/api/v1/jobs/{job.Id}/events", CancellationToken.None);
        }
    }

    private static string Report(int number)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# Report {number} of {Guid.NewGuid()}\n\n## Challenges\n\n");
        for (var i = 0; i < 40; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"In round {i} of talks {number} the mediators found that trust between the parties was low, and that donors should fund local owners of the process for longer.\n\n");
        }

        return text.ToString();
    }

    private sealed record Footprint(long Bytes, int Handles, int Threads, int Uploads, int Children, int Documents)
    {
        public static Footprint Now(TestSite site)
        {
            using var self = Process.GetCurrentProcess();
            var uploads = Path.Combine(site.Store.Root, "uploads");
            return new(
                GC.GetTotalMemory(forceFullCollection: true),
                OperatingSystem.IsLinux() ? Directory.GetFiles("/proc/self/fd").Length : self.HandleCount,
                self.Threads.Count,
                Directory.Exists(uploads) ? Directory.GetFiles(uploads, "*", SearchOption.AllDirectories).Length : 0,
                ChildrenOf(Environment.ProcessId),
                site.Store.Documents.List().Count);
        }

        // Readers of files and makers of pictures that outlived their work. The parent's id is the second field behind the name in brackets
        // (man 5 proc).
        private static int ChildrenOf(int parent) => !OperatingSystem.IsLinux() ? 0 : Directory.GetDirectories("/proc")
            .Where(folder => int.TryParse(Path.GetFileName(folder), out _)).Count(folder =>
            {
                try
                {
                    var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                    return stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1] == parent.ToString(CultureInfo.InvariantCulture)
                        && stat.Contains("pdf", StringComparison.Ordinal);
                }
                catch (IOException)
                {
                    // It ended while it was looked at.
                    return false;
                }
            });
    }
}
