using System.Text;

namespace KnowledgeBase.Structuring.Dump;

/// <summary>
/// Addresses cut at line ends are put together by the page's list of links, where they stand whole: which hyphens and blanks belong to
/// them cannot be told otherwise.
/// </summary>
internal sealed class AddressMender
{
    private readonly List<(string Whole, string Squeezed)> _known;

    /// <param name="known">Whole addresses.</param>
    public AddressMender(IEnumerable<string> known) => _known =
        [.. known.Distinct(StringComparer.Ordinal).Select(a => (a, Squeeze(a))).Where(a => a.Item2.Length > 12).OrderByDescending(a => a.Item2.Length)];

    /// <summary>Replaces each address that is a known one but for hyphens and blanks.</summary>
    public string Mend(string text)
    {
        for (var start = text.IndexOf("http", StringComparison.Ordinal); start >= 0; start = text.IndexOf("http", start + 4, StringComparison.Ordinal))
        {
            foreach (var (whole, squeezed) in _known)
            {
                var end = EndOf(text, start, squeezed);
                if (end > 0)
                {
                    text = string.Concat(text.AsSpan(0, start), whole, text.AsSpan(end));
                    break;
                }
            }
        }

        return text;
    }

    /// <summary>Where the squeezed address ends in the text, or 0 when it does not stand at <paramref name="start"/>.</summary>
    private static int EndOf(string text, int start, string squeezed)
    {
        var matched = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is '-' or ' ')
            {
                continue;
            }

            if (text[i] != squeezed[matched])
            {
                return 0;
            }

            if (++matched == squeezed.Length)
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static string Squeeze(string address)
    {
        var squeezed = new StringBuilder(address.Length);
        foreach (var c in address)
        {
            if (c is not ('-' or ' '))
            {
                squeezed.Append(c);
            }
        }

        return squeezed.ToString();
    }
}
