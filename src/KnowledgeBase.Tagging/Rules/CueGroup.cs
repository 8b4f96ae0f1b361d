namespace KnowledgeBase.Tagging.Rules;

/// <summary>Cues that say the same in many words.</summary>
/// <param name="Label">The tag they speak for.</param>
/// <param name="Name">What sort of cue ("modal", "imperative" …); unique within the label, and "heading" for cues sought in headings.</param>
/// <param name="Weight">What one hit adds to the label's score; 1 asserts the tag, below 0 speaks against it.</param>
/// <param name="OnHeadings">True when the cues are sought in the heading path, false for the text.</param>
public sealed record CueGroup(string Label, string Name, double Weight, bool OnHeadings)
{
    /// <summary>"recommendation.modal": the same in every language's lexicon.</summary>
    public string Key { get; } = Label + "." + Name;
}

/// <summary>A cue found in a text.</summary>
/// <param name="Group">Index of its group in the lexicon.</param>
/// <param name="Start">First character, from 0.</param>
/// <param name="End">End, exclusive.</param>
/// <param name="FirstToken">Index of its first word.</param>
public readonly record struct CueHit(int Group, int Start, int End, int FirstToken);
