using System.Text.Encodings.Web;
using System.Text.Json;

namespace KnowledgeBase.Search.Answers;

/// <summary>Writes the search JSON, letters of all scripts as they are.</summary>
public static class SearchJson
{
    private static readonly SearchJsonContext Context = new(new JsonSerializerOptions(SearchJsonContext.Default.Options)
    {
        // The JSON stands alone in a file or a response of its own type, never inside a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>One answer as a string, indented.</summary>
    public static string Write(SearchAnswer answer) => JsonSerializer.Serialize(answer, Context.SearchAnswer);

    /// <summary>One answer as UTF-8.</summary>
    /// <param name="output">Where to; left open.</param>
    /// <param name="answer">The answer.</param>
    public static void Write(Stream output, SearchAnswer answer) => JsonSerializer.Serialize(output, answer, Context.SearchAnswer);

    /// <summary>What <see cref="Write(SearchAnswer)"/> gave.</summary>
    public static SearchAnswer? Read(string json) => JsonSerializer.Deserialize(json, Context.SearchAnswer);
}
