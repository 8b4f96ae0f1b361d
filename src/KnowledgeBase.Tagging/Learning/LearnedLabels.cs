using System.Collections.Frozen;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Tagging.Learning;

/// <summary>The labels that a model learns: kinds, then themes, then addressees.</summary>
public static class LearnedLabels
{
    private static readonly FrozenSet<string> Addressees = TagSet.Addressees.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>All labels; a model's columns follow this order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. TagSet.Kinds, .. TagSet.Themes, .. TagSet.Addressees];

    /// <summary>The cue lexicon's names for the labels ("theme.trust"), in the same order.</summary>
    public static IReadOnlyList<string> CueLabels { get; } =
        [.. TagSet.Kinds, .. TagSet.Themes.Select(theme => "theme." + theme), .. TagSet.Addressees.Select(addressee => "addressee." + addressee)];

    /// <summary>True for a label that is learned and judged on recommendations only.</summary>
    public static bool IsAddressee(string label) => Addressees.Contains(label);

    /// <summary>True for a theme.</summary>
    public static bool IsTheme(string label) => TagSet.Themes.Contains(label);

    /// <summary>True when a passage with these labels says anything about <paramref name="label"/>.</summary>
    public static bool Concerns(string label, IReadOnlySet<string> labels) => !IsAddressee(label) || labels.Contains("recommendation");
}
