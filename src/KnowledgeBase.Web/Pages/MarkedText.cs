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

    /// <summary>A whole text with the words found in it marked.</summary>
    /// <param name="text">The text.</param>
    /// <param name="found">See <see cref="SearchHit.Found"/>.</param>
    public static RenderFragment Of(string text, IReadOnlyList<TextSpan> found) => builder => Write(builder, text, found);

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
