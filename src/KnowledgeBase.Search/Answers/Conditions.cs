using KnowledgeBase.Documents;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Search.Answers;

/// <summary>
/// The conditions of a query that all have to hold, and the query without one of them: filters, what is required or excluded, what AND joins,
/// and the plain words of a list as one, since any of them is enough.
/// </summary>
internal static class Conditions
{
    /// <summary>The query without each of its conditions, the last first; none that would leave nothing, or nothing but what is excluded.</summary>
    public static IEnumerable<(QueryNode Query, CodedText Why)> Dropped(ListNode query) =>
        Without(query).Where(left => left.Query is ListNode list ? list.Parts.Any(part => part is not NotNode) : left.Query is not NotNode);

    private static IEnumerable<(QueryNode Query, CodedText Why)> Without(QueryNode node) => node switch
    {
        AndNode and => and.Parts.Reverse().SelectMany(part => WithoutPart(and, part)),
        ListNode list => WithoutPart(list),
        _ => [],
    };

    private static IEnumerable<(QueryNode Query, CodedText Why)> WithoutPart(AndNode and, QueryNode part)
    {
        QueryNode[] rest = [.. and.Parts.Where(other => !ReferenceEquals(other, part))];
        yield return (rest.Length == 1 ? rest[0] : new AndNode(rest), Why(part));
    }

    private static IEnumerable<(QueryNode Query, CodedText Why)> WithoutPart(ListNode list)
    {
        QueryNode[] plain = [.. list.Parts.Where(part => !IsCondition(part))];
        foreach (var part in list.Parts.Reverse().Where(IsCondition))
        {
            yield return (list with { Parts = [.. list.Parts.Where(other => !ReferenceEquals(other, part))] }, Why(part));
        }

        // Beside something required, plain words are only preferred: they are never in the way.
        if (plain.Length == 0 || list.Parts.Any(QueryCompiler.RequiresText))
        {
            yield break;
        }

        if (plain is [AndNode or ListNode])
        {
            foreach (var (left, why) in Without(plain[0]))
            {
                yield return (list with { Parts = [.. list.Parts.Select(part => ReferenceEquals(part, plain[0]) ? left : part)] }, why);
            }
        }

        if (plain.Length < list.Parts.Count)
        {
            yield return (list with { Parts = [.. list.Parts.Where(IsCondition)] }, Why(plain is [var only] ? only : new ListNode(plain)));
        }
    }

    private static bool IsCondition(QueryNode part) => part is FilterNode or NotNode or RequiredNode;

    private static CodedText Why(QueryNode dropped) => CodedText.Of("suggest-without", $"without {QueryWriter.Write(dropped)}");
}
