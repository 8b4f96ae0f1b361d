using System.Resources;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Web.Pages;

namespace KnowledgeBase.Web;

/// <summary>
/// What the projects beneath the site say in English, in the language of the request: by its code, as they say it where there is no
/// translation. English itself is theirs, so only the other languages have texts in Resources/Messages.
/// </summary>
internal static class Messages
{
    private static readonly ResourceManager Resources = new("KnowledgeBase.Web.Resources.Messages", typeof(Messages).Assembly);

    /// <summary>Says a text.</summary>
    public static string Say(CodedText text)
    {
        if (Texts.Language.TwoLetterISOLanguageName == Texts.Default.TwoLetterISOLanguageName)
        {
            return text.English;
        }

        return text switch
        {
            { Code: "query-field", Values: [string field] } => Lower(Texts.Word("Field", field)),
            { Code: "query-value", Values: [string field, string value] } => ValueOf(field, value),
            _ when Resources.GetString(text.Code, Texts.Language) is { } words =>
                string.Format(Texts.Language, words, [.. text.Values.Select(value => value is CodedText inner ? Say(inner) : value)]),
            _ => text.English,
        };
    }

    /// <summary>Says what is wrong with a document or file.</summary>
    public static string Say(Problem problem) => Say(CodedText.Of(problem));

    /// <summary>Says why an input was rejected.</summary>
    public static string Say(RejectedInputException rejection) => rejection.Said is { } said ? Say(said) : Say(rejection.Problem);

    /// <summary>Says a reason of a document's grade.</summary>
    public static string Reason(string reason) => GradeReasons.Read(reason) is { } text ? Say(text) : reason;

    // Names that documents give, and the letters of grades, are the same in every language.
    private static string ValueOf(string name, string value) => FieldValues.FieldOf(name) switch
    {
        FilterField.Kind => Texts.Word("Kind", value),
        FilterField.Theme or FilterField.Addressee or FilterField.Role or FilterField.Reviewed or FilterField.Lang =>
            Lower(FacetNames.Of(FieldValues.FieldOf(name)!.Value, value, null)),
        _ => value,
    };

    private static string Lower(string words) => char.ToLower(words[0], Texts.Language) + words[1..];
}
