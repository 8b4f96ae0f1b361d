using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Engines.Lucene;

/// <summary>The fields of a passage in the Lucene index. Words come analysed from the store, so that every engine has the same.</summary>
internal static class IndexFields
{
    /// <summary>The row of the passage's document, as a term: a document is deleted by it.</summary>
    public const string Document = "document";

    /// <summary>The row of the passage.</summary>
    public const string Row = "row";

    /// <summary>Words of heading and text.</summary>
    public const string Length = "length";

    public const string HeadingStems = "heading";
    public const string TextStems = "text";
    public const string HeadingForms = "heading_forms";
    public const string TextForms = "text_forms";

    /// <summary>The fields to look in, heading apart from text.</summary>
    public static IEnumerable<(string Field, bool IsHeading)> Of(bool stemmed, WordPlace place)
    {
        if (place != WordPlace.Heading)
        {
            yield return (stemmed ? TextStems : TextForms, false);
        }

        if (place != WordPlace.Text)
        {
            yield return (stemmed ? HeadingStems : HeadingForms, true);
        }
    }
}
