namespace KnowledgeBase.Export.Tests.References;

/// <summary>Reads BibTeX by the grammar of the BibTeX manual, written apart from the exporter: braces are matched, not guessed.</summary>
internal static class BibTexReader
{
    public static List<(string Type, string Key, Dictionary<string, string> Fields)> Read(string text)
    {
        var entries = new List<(string, string, Dictionary<string, string>)>();
        var at = 0;
        while ((at = text.IndexOf('@', at)) >= 0)
        {
            var open = text.IndexOf('{', at);
            var type = text[(at + 1)..open].Trim();
            var comma = text.IndexOf(',', open);
            var key = text[(open + 1)..comma].Trim();
            Assert.Matches("^[A-Za-z0-9-]+$", key);
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            at = comma + 1;
            while (true)
            {
                at = SkipBlanks(text, at);
                if (text[at] == '}')
                {
                    at++;
                    break;
                }

                var equals = text.IndexOf('=', at);
                var name = text[at..equals].Trim();
                var start = SkipBlanks(text, equals + 1);
                Assert.Equal('{', text[start]);
                var end = Match(text, start);
                fields.Add(name, text[(start + 1)..end]);
                at = SkipBlanks(text, end + 1);
                Assert.Equal(',', text[at]);
                at++;
            }

            entries.Add((type, key, fields));
        }

        return entries;
    }

    private static int SkipBlanks(string text, int at)
    {
        while (char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int Match(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        throw new FormatException("A brace is never closed.");
    }
}
