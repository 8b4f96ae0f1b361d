using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Web.Pages;

/// <summary>What people read for a facet's value.</summary>
internal static class FacetNames
{
    public static string Of(FilterField field, string value, string? label) => field switch
    {
        FilterField.Kind => Texts.Word("Kinds", value),
        FilterField.Theme => Texts.Word("Theme", value),
        FilterField.Addressee => Texts.Word("Addressee", value),
        FilterField.Role => Texts.Word("Role", value),
        FilterField.Reviewed => Texts.Word("Reviewed", value),
        FilterField.Lang => Texts.Word("Lang", value),
        _ => label ?? value,
    };
}
