namespace KnowledgeBase.Search.Analysis;

/// <summary>A word as it stands in a text.</summary>
/// <param name="Text">As printed, without what does not belong to the word: dots of an acronym, a possessive 's, soft hyphens.</param>
/// <param name="Start">First character in the text.</param>
/// <param name="End">End in the text, exclusive.</param>
/// <param name="Whole">True for what is no plain word and is never stemmed: numbers, document symbols, host names.</param>
/// <param name="JoinsNext">True when a hyphen joins it to the next token.</param>
public readonly record struct Token(string Text, int Start, int End, bool Whole = false, bool JoinsNext = false);
