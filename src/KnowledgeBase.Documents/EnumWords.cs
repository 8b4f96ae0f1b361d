using System.Text;

namespace KnowledgeBase.Documents;

/// <summary>The permanent words for an enumeration's values in columns, queries and JSON: snake case ("list_item").</summary>
public static class EnumWords
{
    /// <summary>The word for a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Array.IndexOf(Table<T>.Values, value) is >= 0 and var place ? Table<T>.Words[place] : throw new ArgumentOutOfRangeException(nameof(value));

    /// <summary>The value for a word, or null when there is none.</summary>
    public static T? Find<T>(string word)
        where T : struct, Enum => Table<T>.Places.TryGetValue(word, out var place) ? Table<T>.Values[place] : null;

    /// <summary>All words, in the order of the values.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Table<T>.Words;

    private static string SnakeCase(string name)
    {
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

    // Arrays and one kind of dictionary for all: code made for each enumeration anew would cost every start of the program a tenth of a second.
    private static class Table<T>
        where T : struct, Enum
    {
        public static T[] Values { get; } = Enum.GetValues<T>();

        public static string[] Words { get; } = Array.ConvertAll(Enum.GetNames<T>(), SnakeCase);

        public static Dictionary<string, int> Places { get; } = Words.Index().ToDictionary(each => each.Item, each => each.Index, StringComparer.Ordinal);
    }
}
