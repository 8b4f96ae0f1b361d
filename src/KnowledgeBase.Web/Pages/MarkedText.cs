using System.Globalization;
using KnowledgeBase.Search.Answers;
using Microsoft.AspNetCore.Components;

namespace KnowledgeBase.Web.Pages;

/// <summary>Text from documents with the words found marked; everything is encoded when it is rendered.</summary>
public static class MarkedText
{
    private const int ShortLength = 220;

    /// <summary>A snippet with its marks and an ellipsis where it is cut.</summary>
    public static RenderFragment Of(Snippet snippet) => builder =>
    {
        ArgumentNullException.ThrowIfNull(snippet);
        builder.AddContent(0, snippet.CutBefore ? "…" : "");
        Write(builder, snippet.Text, snippet.Marks);
        builder.AddContent(4, snippet.CutAfter ? "…" : "");
    };

    /// <summary>A whole text with the words marked that a snippet of it has marked, wherever else they stand.</summary>
    public static RenderFragment Of(string text, Snippet? found) => builder => Write(builder, text, [.. Places(text, Words(found))]);

    /// <summary>The different words that a snippet marks, as printed.</summary>
    public static IReadOnlyList<string> Words(Snippet? snippet) => snippet is null
        ? []
        : [.. snippet.Marks.Select(mark => snippet.Text[mark.Start..mark.End]).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Where words stand in a text as whole words, in any case; the longest where several begin at one place.</summary>
    /// <remarks>Not a regular expression: making one for each page took longer than the rest of the page.</remarks>
    internal static IEnumerable<TextSpan> Places(string text, IReadOnlyList<string> words)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!Begins(text, at))
            {
                continue;
            }

            var length = words.Where(word => StandsAt(text, at, word)).Select(word => word.Length).DefaultIfEmpty(0).Max();
            if (length > 0)
            {
                yield return new(at, at + length);
                at += length - 1;
            }
        }
    }

    private static bool Begins(string text, int at) => at == 0 || !IsOfWord(text[at]) || !IsOfWord(text[at - 1]);

    private static bool StandsAt(string text, int at, string word) =>
        word.Length > 0 && string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0 && (at + word.Length == text.Length || Begins(text, at + word.Length));

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_' || char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;

    private static void Write(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder, string text, IReadOnlyList<TextSpan> marks)
    {
        var at = 0;
        foreach (var mark in marks)
        {
            builder.AddContent(1, text[at..mark.Start]);
            builder.OpenElement(2, "mark");
            builder.AddContent(3, text[mark.Start..mark.End]);
            builder.CloseElement();
            at = mark.End;
        }

        builder.AddContent(5, text[at..]);
    }

    /// <summary>The beginning of a text, cut between words, for lists.</summary>
    public static string Shortened(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= ShortLength)
        {
            return text;
        }

        var blank = text.LastIndexOf(' ', ShortLength);
        return text[..(blank > 0 ? blank : ShortLength)] + " …";
    }
}
