namespace KnowledgeBase.Documents;

/// <summary>The permanent words for tags, as in the tagging guidelines.</summary>
public static class TagSet
{
    /// <summary>What a passage does.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["challenge", "opportunity", "good_practice", "recommendation", "lesson"];

    /// <summary>What a passage is about.</summary>
    public static IReadOnlyList<string> Themes { get; } =
    [
        "coordination", "inclusion", "local_ownership", "impartiality", "trust", "funding", "do_no_harm", "analysis",
        "training_research", "implementation", "knowledge_sharing", "changing_conflict",
    ];

    /// <summary>Whom a recommendation speaks to.</summary>
    public static IReadOnlyList<string> Addressees { get; } =
    [
        "mediators", "mediation_support", "states", "donors", "international_organisations", "civil_society", "conflict_parties",
        "all_third_parties",
    ];
}

/// <summary>Who or what gave a tag; a later one outranks an earlier one.</summary>
public enum TagOrigin
{
    /// <summary>Cue words and headings.</summary>
    Rule,

    /// <summary>The trained model.</summary>
    Model,

    /// <summary>A person.</summary>
    Person,
}

/// <summary>Why a tag was given.</summary>
/// <param name="Source">"words", "heading", "role", "rule", "person" …</param>
/// <param name="Text">The words, or the name of the rule or feature.</param>
/// <param name="Weight">Contribution to the decision; positive speaks for the tag.</param>
public sealed record Evidence(string Source, string Text, double Weight);

/// <summary>One asserted tag.</summary>
/// <param name="Label">A word of <see cref="TagSet"/>.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Origin">Who or what gave it.</param>
/// <param name="Evidence">Why, the weightiest first.</param>
public sealed record Tag(string Label, double Confidence, TagOrigin Origin, IReadOnlyList<Evidence> Evidence);

/// <summary>All tags of one passage or footnote.</summary>
/// <param name="Kinds">Asserted kinds.</param>
/// <param name="Themes">Asserted themes.</param>
/// <param name="Addressees">Asserted addressees; only with a recommendation.</param>
/// <param name="Scores">Probability of every kind, asserted or not, 0 to 1.</param>
public sealed record PassageTags(
    IReadOnlyList<Tag> Kinds, IReadOnlyList<Tag> Themes, IReadOnlyList<Tag> Addressees, IReadOnlyDictionary<string, double> Scores)
{
    /// <summary>No tag at all.</summary>
    public static PassageTags None { get; } = new([], [], [], new Dictionary<string, double>(StringComparer.Ordinal));
}

/// <summary>A structured document with the tags of its passages and footnotes.</summary>
/// <param name="Document">The document.</param>
/// <param name="Tags">By passage or footnote id; every passage and footnote has an entry.</param>
/// <param name="Tagger">Name and version of what tagged it, such as "rules/1".</param>
public sealed record TaggedDocument(StructuredDocument Document, IReadOnlyDictionary<PassageId, PassageTags> Tags, string Tagger);
