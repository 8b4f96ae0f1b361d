using System.Diagnostics;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Search.Tests.Query;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Tests.Answers;

/// <summary>
/// Whatever is asked of the service is answered, in bounded time: query, filters, scope, mode and order, through either engine, with vectors,
/// marks, facets and suggestions.
/// </summary>
public sealed class SearchFuzzTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private static readonly (FilterField Field, string[] Values)[] Filters =
    [
        (FilterField.Kind, ["lesson"]), (FilterField.Kind, ["challenge", "lesson"]), (FilterField.Theme, ["trust"]), (FilterField.Addressee, ["donors"]),
        (FilterField.Role, ["paragraph"]), (FilterField.Year, ["2019"]), (FilterField.Lang, ["fr"]), (FilterField.Lang, ["\uFFFE"]), (FilterField.Document, ["a.txt"]),
        (FilterField.Document, ["\uD800\uFFFE"]), (FilterField.Document, ["a \"paper\", or two"]), (FilterField.Series, ["Quiet \"papers\""]), (FilterField.Series, ["\uFFFE"]),
        (FilterField.Grade, ["A"]), (FilterField.Reviewed, ["no"]), (FilterField.Org, ["GRONET"]), (FilterField.Org, ["\u0301", "\uDC00"]), (FilterField.Place, ["Mali", ""]),
        (FilterField.Process, ["dayton", "\uFFFE"]),
    ];

    [Theory]
    [InlineData(true, 15_000)]
    [InlineData(false, 5_000)]
    public void Answers_any_of_20_000_requests(bool memory, int count) => Check(memory, count, seed: 17);

    [Theory]
    [Trait("Category", "Long")]
    [InlineData(true, 150_000)]
    [InlineData(false, 50_000)]
    public void Answers_any_of_200_000_requests(bool memory, int count) => Check(memory, count, seed: 71);

    private static void Check(bool memory, int count, int seed)
    {
        using var folder = new SearchFolder();
        Save(folder);
        using var open = new OpenService(folder, memory, meaning: true);
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var request = Request(random, i % 500 == 499 ? QueryNoise.NextLong(random) : QueryNoise.Next(random));
            var started = Stopwatch.GetTimestamp();
            var outcome = Ask(open, request);
            if (Stopwatch.GetElapsedTime(started) > Longest)
            {
                // Asked again: the machine may have been at something else.
                started = Stopwatch.GetTimestamp();
                Ask(open, request);
                Assert.True(Stopwatch.GetElapsedTime(started) < Longest, $"'{request}' takes {Stopwatch.GetElapsedTime(started)}.");
            }

            if (outcome.Answer is { } answer)
            {
                Check(open, request, answer, follow: i % 10 == 0);
            }
        }
    }

    private static SearchOutcome Ask(OpenService open, SearchRequest request)
    {
        try
        {
            return open.Service.Search(request, CancellationToken.None);
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"{request} with {string.Join(", ", request.Filters.Select(f => $"{f.Field}:{string.Join('|', f.Values)}"))} [{string.Join(' ', request.Query.Select(c => $"{(int)c:x}"))}]", error);
        }
    }

    private static void Check(OpenService open, SearchRequest request, SearchAnswer answer, bool follow)
    {
        Assert.InRange(answer.Total, 0, 12);
        Assert.InRange(answer.Hits.Count, 0, request.Limit);
        Assert.NotEmpty(answer.Understood);
        foreach (var hit in answer.Hits)
        {
            Assert.Equal(hit.Snippet.Split("<mark>").Length, hit.Snippet.Split("</mark>").Length);
        }

        foreach (var suggestion in follow ? answer.Suggestions ?? [] : [])
        {
            Assert.Equal((suggestion.Query, suggestion.Total), (suggestion.Query, open.Search(request with { Query = suggestion.Query, Filters = [] }).Total));
        }
    }

    private static SearchRequest Request(Random random, string query) => new(query)
    {
        Filters =
        [
            .. Enumerable.Range(0, random.Next(3)).Select(_ => Filters[random.Next(Filters.Length)]).DistinctBy(filter => filter.Field)
                .Select(filter => new SearchFilter(filter.Field, filter.Values)),
        ],
        Within = (TagScope)random.Next(3),
        Mode = random.Next(3) == 0 ? (SearchMode)random.Next(3) : null,
        Order = random.Next(4) == 0 ? (HitOrder)random.Next(3) : HitOrder.Relevance,
        Group = random.Next(2) == 0,
        Expand = random.Next(2) == 0,
        Audience = (Visibility)random.Next(3),
        Limit = random.Next(5),
        Offset = random.Next(20) switch { 0 => int.MaxValue, 1 => 6_000, var small => small },
    };

    private static void Save(SearchFolder folder)
    {
        folder.Save(new(
            "a.txt",
            new Words("Trust between mediators, and local ownership.") { Kinds = ["challenge"], Themes = ["trust"], Heading = ["Trust"], Section = 0 },
            new Words("The \"accord\" of A/66/811 (peace-building) in Mali.") { Kinds = ["lesson"], Addressees = ["donors"], Section = 0 },
            "\u4E2D\u6587 text \uD83D\uDE42 and \u0301 marks",
            new Words("La confiance entre les médiateurs, dit l\u2019accord.") { Language = "fr", Kinds = ["lesson"] })
        { Title = "A \"paper\", or two", Series = "Quiet \"papers\"", Year = 2019, Number = "A/1" });
        folder.Save(new("b.txt", "The Grassroots Reconciliation Outreach Network (GRONET) met.", "After Dayton the General Framework Agreement for Peace in Bosnia and Herzegovina held."), Visibility.Public);
        folder.Save(new("c.pdf", new Words("Trust between mediators, and local ownership.") { Page = 1 }, new Words("Fuzzy talks.") { Page = 2 }), Visibility.Restricted);
        folder.Save(new("d.txt", "Trust between mediators, and local ownership.", "Fuzzy talks.") { Notes = ["A note, see http://example.org."] }, Visibility.Restricted);
    }
}
