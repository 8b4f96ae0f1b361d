namespace KnowledgeBase.Extraction.Html;

/// <summary>An upper bound of how deep markup nests, found without building the tree.</summary>
internal static class MarkupDepth
{
    private static readonly HashSet<string> NeverOpen = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        // These close themselves where the next one opens.
        "p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup",
    };

    /// <summary>Open tags minus close tags at the deepest point; tags that close themselves are not counted.</summary>
    public static int Of(string markup)
    {
        int depth = 0, deepest = 0;
        for (var i = markup.IndexOf('<', StringComparison.Ordinal); i >= 0 && i + 1 < markup.Length; i = markup.IndexOf('<', i + 1))
        {
            if (markup.AsSpan(i).StartsWith("<!--", StringComparison.Ordinal))
            {
                var end = markup.IndexOf("-->", i, StringComparison.Ordinal);
                if (end < 0)
                {
                    break;
                }

                i = end;
                continue;
            }

            if (markup[i + 1] == '/')
            {
                if (!NeverOpen.Contains(NameAt(markup, i + 2)))
                {
                    depth = Math.Max(0, depth - 1);
                }
            }
            else if (char.IsAsciiLetter(markup[i + 1]))
            {
                var name = NameAt(markup, i + 1);
                var end = markup.IndexOf('>', i);
                if (name is "script" or "style")
                {
                    // Their content is no markup.
                    var close = markup.IndexOf($"</{name}", i, StringComparison.OrdinalIgnoreCase);
                    i = close < 0 ? markup.Length - 2 : close;
                }
                else if (!NeverOpen.Contains(name) && (end < 0 || markup[end - 1] != '/'))
                {
                    deepest = Math.Max(deepest, ++depth);
                }
            }
        }

        return deepest;
    }

    private static string NameAt(string markup, int start)
    {
        var end = start;
        while (end < markup.Length && (char.IsAsciiLetterOrDigit(markup[end]) || markup[end] is '-' or ':'))
        {
            end++;
        }

        return markup[start..end].ToLowerInvariant();
    }
}
