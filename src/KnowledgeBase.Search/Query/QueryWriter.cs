using System.Globalization;

namespace KnowledgeBase.Search.Query;

/// <summary>Writes a query's tree as text that reads back as the same query.</summary>
public static class QueryWriter
{
    /// <summary>The query as a user would type it.</summary>
    public static string Write(QueryNode node) => node is ListNode list ? WriteList(list) : Write(node, inside: false);

    private static string Write(QueryNode node, bool inside) => node switch
    {
        WordNode word => word.Text,
        PhraseNode phrase => $"\"{phrase.Text}\"",
        PrefixNode prefix => $"{prefix.Text}*",
        FuzzyNode fuzzy => string.Create(CultureInfo.InvariantCulture, $"{fuzzy.Text}~{fuzzy.Edits}"),
        NearNode near => string.Join(string.Create(CultureInfo.InvariantCulture, $" NEAR/{near.Distance} "), near.Parts.Select(p => Write(p, inside: true))),
        FilterNode filter => WriteFilter(filter.Filter),
        NotNode not => $"-{Write(not.Part, inside: true)}",
        RequiredNode required => $"+{Write(required.Part, inside: true)}",
        AndNode and => Group(string.Join(" AND ", and.Parts.Select(p => Write(p, inside: true))), inside),
        OrNode or => Group(string.Join(" OR ", or.Parts.Select(p => Write(p, inside: true))), inside),
        ListNode list => Group(WriteList(list), inside: true),
        _ => throw new InvalidOperationException($"Unknown part of a query: {node.GetType().Name}."),
    };

    private static string WriteList(ListNode list)
    {
        var parts = list.Parts.Select(p => Write(p, inside: false));
        return string.Join(' ', list.Place switch
        {
            WordPlace.Heading => parts.Append("in:heading"),
            WordPlace.Text => parts.Append("in:text"),
            _ => parts,
        });
    }

    private static string WriteFilter(SearchFilter filter)
    {
        var name = FieldValues.NameOf(filter.Field);
        if (filter.Values.Count == 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{name}:{filter.From}..{filter.To}");
        }

        // A name may hold commas and blanks, so each stands in quotation marks of its own.
        return FieldValues.IsName(filter.Field)
            ? Group(string.Join(" OR ", filter.Values.Select(v => $"{name}:\"{QueryLexer.WithoutQuotes(v)}\"")), inside: filter.Values.Count > 1)
            : $"{name}:{string.Join(',', filter.Values)}";
    }

    private static string Group(string text, bool inside) => inside ? $"({text})" : text;
}
