using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Web.Tests.Load;

/// <summary>One answer of the site.</summary>
/// <param name="Page">What was asked for: "search page", "passage page", "page image" or "search by program".</param>
/// <param name="Milliseconds">From sending to the last byte.</param>
/// <param name="Fault">What went wrong, or null.</param>
internal sealed record Visit(string Page, double Milliseconds, string? Fault);

/// <summary>
/// Users of a site, all at once: each searches, opens the first hit on its printed page, and asks the API the same, over and over, with a pause
/// to read. Pauses vary by a seeded chance, so that the users do not march in step.
/// </summary>
/// <param name="site">The site.</param>
/// <param name="queries">What they ask.</param>
internal sealed partial class Crowd(Uri site, IReadOnlyList<string> queries)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Lets them work.</summary>
    /// <param name="users">How many.</param>
    /// <param name="pause">Mean pause before each search; half to one and a half of it.</param>
    /// <param name="time">For how long.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<IReadOnlyList<Visit>> WorkAsync(int users, TimeSpan pause, TimeSpan time, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        end.CancelAfter(time);
        var visits = new ConcurrentBag<Visit>();
        await Task.WhenAll(Enumerable.Range(0, users).Select(user => Task.Run(() => UseAsync(new Random(user), pause, visits, end.Token), CancellationToken.None))).ConfigureAwait(false);
        return [.. visits];
    }

    /// <summary>The time that a share of the visits took at most, in milliseconds.</summary>
    /// <param name="visits">At least one.</param>
    /// <param name="share">0 to 1.</param>
    public static double Percentile(IEnumerable<Visit> visits, double share)
    {
        var sorted = visits.Select(visit => visit.Milliseconds).Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }

    private async Task UseAsync(Random chance, TimeSpan pause, ConcurrentBag<Visit> visits, CancellationToken end)
    {
        using var client = new HttpClient { BaseAddress = site, Timeout = Patience };
        try
        {
            while (true)
            {
                await Task.Delay(pause * (0.5 + chance.NextDouble()), end).ConfigureAwait(false);
                var query = Uri.EscapeDataString(queries[chance.Next(queries.Count)]);
                var found = await VisitAsync(client, "search page", $"/search?q={query}", visits).ConfigureAwait(false);
                if (PassageLink().Match(found) is { Success: true } link)
                {
                    var passage = await VisitAsync(client, "passage page", link.Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal), visits).ConfigureAwait(false);
                    if (ImageLink().Match(passage) is { Success: true } image)
                    {
                        await VisitAsync(client, "page image", image.Groups[1].Value, visits).ConfigureAwait(false);
                    }
                }

                await VisitAsync(client, "search by program", $"/api/v1/search?q={query}", visits).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The end of the working day.
        }
    }

    // Not cut off at the end: half a visit is no measurement.
    private static async Task<string> VisitAsync(HttpClient client, string page, string address, ConcurrentBag<Visit> visits)
    {
        var started = Stopwatch.GetTimestamp();
        string? fault = null;
        var body = "";
        try
        {
            using var response = await client.GetAsync(new Uri(address, UriKind.Relative)).ConfigureAwait(false);
            var bytes = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
            // A picture is looked at, not read: making text of it would cost more than getting it.
            body = response.Content.Headers.ContentType?.MediaType is { } type && !type.StartsWith("image/", StringComparison.Ordinal) ? Encoding.UTF8.GetString(bytes) : "";
            fault = response.IsSuccessStatusCode ? null : $"{(int)response.StatusCode} {address}";
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            fault = $"{error.GetType().Name} {address}";
        }

        visits.Add(new(page, Stopwatch.GetElapsedTime(started).TotalMilliseconds, fault));
        return body;
    }

    [GeneratedRegex("class=\"open\" href=\"([^\"]+)\"")]
    private static partial Regex PassageLink();

    [GeneratedRegex("<image href=\"([^\"]+)\"")]
    private static partial Regex ImageLink();
}
