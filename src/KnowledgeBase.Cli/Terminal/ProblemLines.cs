using KnowledgeBase.Documents;

namespace KnowledgeBase.Cli.Terminal;

/// <summary>Problems for people: what is wrong with many pages in the same way takes one line that names them all.</summary>
internal static class ProblemLines
{
    /// <summary>A line for each, in the order of their first page.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<Problem> problems) =>
        problems.GroupBy(problem => (problem.Code, Sentence: Generic(problem))).Select(group =>
        {
            var pages = group.Select(problem => problem.Page).OfType<int>().Distinct().Order().ToList();
            return pages.Count switch
            {
                0 => $"{group.Key.Code}: {group.First().Message}",
                1 => $"{group.Key.Code} (page {pages[0]}): {group.First().Message}",
                _ => $"{group.Key.Code} (pages {Ranges(pages)}): {Plural(group.First(), Ranges(pages))}",
            };
        });

    /// <summary>"1-21, 25, 29-34" of rising numbers.</summary>
    public static string Ranges(IReadOnlyList<int> numbers)
    {
        var parts = new List<string>();
        for (var first = 0; first < numbers.Count;)
        {
            var last = first;
            while (last + 1 < numbers.Count && numbers[last + 1] == numbers[last] + 1)
            {
                last++;
            }

            parts.Add(first == last ? $"{numbers[first]}" : $"{numbers[first]}-{numbers[last]}");
            first = last + 1;
        }

        return string.Join(", ", parts);
    }

    private static string PageOf(Problem problem) => FormattableString.Invariant($"page {problem.Page} ");

    private static string Generic(Problem problem) => problem.Page is null ? problem.Message : problem.Message.Replace(PageOf(problem), "page N ", StringComparison.OrdinalIgnoreCase);

    private static string Plural(Problem problem, string pages) => problem.Message
        .Replace(PageOf(problem), $"pages {pages} ", StringComparison.OrdinalIgnoreCase).Replace("the page's picture", "the pages' pictures", StringComparison.Ordinal);
}
