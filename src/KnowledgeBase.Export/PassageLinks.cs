using KnowledgeBase.Documents;

namespace KnowledgeBase.Export;

/// <summary>Permanent addresses of passages.</summary>
public static class PassageLinks
{
    /// <summary>The address of a passage's page, or null without a base.</summary>
    public static string? Of(PassageId passage, Uri? baseAddress) =>
        baseAddress is null ? null : $"{baseAddress.AbsoluteUri.TrimEnd('/')}/passages/{passage.Value}";
}
