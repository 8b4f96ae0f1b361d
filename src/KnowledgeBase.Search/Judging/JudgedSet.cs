namespace KnowledgeBase.Search.Judging;

/// <summary>A text that can be found.</summary>
/// <param name="Id">Unique in the collection.</param>
/// <param name="Title">May be empty.</param>
/// <param name="Text">The body.</param>
public sealed record JudgedText(string Id, string Title, string Text)
{
    /// <summary>Title and body, as every method gets them; a body that repeats the title at its start stands alone.</summary>
    public string Whole => Title.Length == 0 || Text.StartsWith(Title, StringComparison.OrdinalIgnoreCase) ? Text : $"{Title}\n{Text}";
}

/// <summary>A query whose answers were judged.</summary>
/// <param name="Id">Unique in the collection.</param>
/// <param name="Text">As a user would type it.</param>
/// <param name="Grades">Grade of each judged text, above 0 where it answers; texts not named count as 0.</param>
public sealed record JudgedQuery(string Id, string Text, IReadOnlyDictionary<string, int> Grades)
{
    /// <summary>Type of user who would ask it, or null when the collection does not say.</summary>
    public string? UserType { get; init; }
}

/// <summary>Texts, queries and which text answers which query.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Texts">All texts.</param>
/// <param name="Queries">The queries with at least one answer.</param>
public sealed record JudgedSet(string Name, IReadOnlyList<JudgedText> Texts, IReadOnlyList<JudgedQuery> Queries);
