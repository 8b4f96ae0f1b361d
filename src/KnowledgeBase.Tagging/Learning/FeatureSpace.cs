namespace KnowledgeBase.Tagging.Learning;

/// <summary>Where a feature comes from; features of different spaces never share a key.</summary>
public enum FeatureSpace
{
    /// <summary>A word of the passage.</summary>
    Word,

    /// <summary>Two words in a row.</summary>
    Bigram,

    /// <summary>The first five or the last three letters of a longer word.</summary>
    Letters,

    /// <summary>The word that opens the passage, or a clause of it.</summary>
    Opening,

    /// <summary>A group of cue words, anywhere in the passage.</summary>
    Cue,

    /// <summary>How a group of cue words is spread: its share of the sentences, the first, the last sentence.</summary>
    CueSpread,

    /// <summary>Who stands before a modal or after an appeal.</summary>
    Addressed,

    /// <summary>A word of the heading path.</summary>
    Heading,

    /// <summary>A group of cue words in the heading path, or the section's kind.</summary>
    HeadingCue,

    /// <summary>A group of cue words in the passage that opens the list.</summary>
    LeadIn,

    /// <summary>A group of cue words in the passage before.</summary>
    Previous,

    /// <summary>A group of cue words in the passage after.</summary>
    Next,

    /// <summary>What the whole document speaks of.</summary>
    Profile,

    /// <summary>Role, length, tense, figures, person.</summary>
    Shape,
}

/// <summary>One thing noticed about a passage.</summary>
/// <param name="Space">Where it comes from.</param>
/// <param name="Key">Hash of space and content; stable across machines and versions of .NET.</param>
/// <param name="Value">How much of it, 1 for plain presence.</param>
/// <param name="Start">First character in the passage's text, or -1 when it does not stand there.</param>
/// <param name="End">End in the passage's text, exclusive.</param>
/// <param name="Name">What it is, where the text does not show it.</param>
public readonly record struct Feature(FeatureSpace Space, uint Key, float Value, int Start, int End, string? Name);
