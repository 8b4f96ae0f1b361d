using System.Text;

namespace KnowledgeBase.Search.Tests.Query;

/// <summary>Makes queries that nobody would write: noise, and pieces of the language in any order.</summary>
internal static class QueryNoise
{
    private static readonly string[] Pieces =
    [
        "trust", "mediators", "the", "AND", "OR", "NOT", "NEAR/3", "NEAR", "NEAR/99999", "(", ")", "\"", "\u201C", "\u00AB", "-", "+", "*", "~", "~2", "med*",
        "fuzzi~", "kind:", "kind:challenge", "year:", "year:2015..", "year:..", "document:\"x", "in:heading", "in:", "A/66/811", "U.N.", "l'accord",
        "peace-building", ":", "::", "&&", "||", "!", "\\", "'", "\0", "\uD800", "\u0301", "\u202E", "\u4E2D\u6587", " ", "\t", "\n", "a\u00ADb", "^", "{}", "[1 TO 2]",
        "\uFDFA", "\u037A", "%", "--", "((((", "))))", "\uFFFF", "\uFFFE", "\uDC00", "\uD83D\uDE42", "\"\"", "???", "GRONET", "mediatrs", "Trust", "La", "series:\"\uFFFE\"",
        "place:Mali", "org:GRONET", "process:dayton", "document:a.txt", "-kind:lesson", "+lang:fr", "reviewed:no", "in:text", "\"local ownership\"", "zzz",
    ];

    private static readonly string[] Long = ["the ", "a* ", "trust AND ", "(", "-", "x~ ", "\"a b\" ", "trust NEAR ", "place:x OR ", "\uFFFE ", "n{0} ", "trust{0}s OR ", "\uD83D\uDE42"];

    /// <summary>The next of a row of queries.</summary>
    public static string Next(Random random) => random.Next(3) == 0 ? Noise(random) : Mutated(random);

    /// <summary>One as long as a query may be, or a little longer.</summary>
    public static string NextLong(Random random)
    {
        var piece = Long[random.Next(Long.Length)];
        var text = new StringBuilder();
        for (var i = 0; text.Length < 3_950; i++)
        {
            text.Append(piece.Replace("{0}", $"{i}", StringComparison.Ordinal));
        }

        return text.Append("trust").ToString();
    }

    private static string Noise(Random random)
    {
        var text = new StringBuilder();
        for (var length = random.Next(0, 40); length > 0; length--)
        {
            text.Append((char)(random.Next(4) == 0 ? random.Next(0x10000) : random.Next(0x20, 0x7F)));
        }

        return text.ToString();
    }

    private static string Mutated(Random random)
    {
        var text = new StringBuilder();
        for (var count = random.Next(1, 12); count > 0; count--)
        {
            text.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(3) == 0 ? "" : " ");
        }

        if (text.Length > 2 && random.Next(2) == 0)
        {
            text.Remove(random.Next(text.Length - 1), 1);
        }

        return text.ToString();
    }
}
