using System.Collections.Frozen;
using System.Text;

namespace KnowledgeBase.Documents;

/// <summary>The permanent words for an enumeration's values in columns, queries and JSON: snake case ("list_item").</summary>
public static class EnumWords
{
    /// <summary>The word for a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Table<T>.ByValue[value];

    /// <summary>The value for a word, or null when there is none.</summary>
    public static T? Find<T>(string word)
        where T : struct, Enum => Table<T>.ByWord.TryGetValue(word, out var value) ? value : null;

    /// <summary>All words, in the order of the values.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Table<T>.Words;

    private static string SnakeCase<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        var word = new StringBuilder(name.Length + 2);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0)
            {
                word.Append('_');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }

    private static class Table<T>
        where T : struct, Enum
    {
        public static FrozenDictionary<T, string> ByValue { get; } = Enum.GetValues<T>().ToFrozenDictionary(v => v, SnakeCase);

        public static FrozenDictionary<string, T> ByWord { get; } =
            Enum.GetValues<T>().ToFrozenDictionary(SnakeCase, v => v, StringComparer.Ordinal);

        public static string[] Words { get; } = [.. Enum.GetValues<T>().Select(SnakeCase)];
    }
}
