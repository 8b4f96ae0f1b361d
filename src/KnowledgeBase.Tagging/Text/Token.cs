namespace KnowledgeBase.Tagging.Text;

/// <summary>A word of a passage.</summary>
/// <param name="Word">Lower-case, accents folded.</param>
/// <param name="Start">First character in the text, from 0.</param>
/// <param name="End">End in the text, exclusive.</param>
/// <param name="OpensClause">True at the start of the text and after a full stop, colon, semicolon, question or exclamation mark.</param>
public readonly record struct Token(string Word, int Start, int End, bool OpensClause);
