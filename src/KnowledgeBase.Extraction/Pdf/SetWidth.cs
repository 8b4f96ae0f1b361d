namespace KnowledgeBase.Extraction.Pdf;

/// <summary>How wide characters are set in usual book types, to tell whether a text can stand in the room it takes.</summary>
internal static class SetWidth
{
    /// <summary>Width of a character in parts of the font's size; right for a line, within a quarter, not for each character.</summary>
    public static double Of(char c) => c switch
    {
        ' ' or '\u00A0' or '.' or ',' or ':' or ';' or '\'' or '’' or '|' or '!' or '(' or ')' or '-' => 0.28,
        'i' or 'j' or 'l' or 't' or 'f' or 'r' or 'I' => 0.32,
        'm' or 'w' => 0.75,
        'M' or 'W' => 0.87,
        >= '0' and <= '9' => 0.52,
        // Chinese, Japanese and Korean are set in squares.
        >= '\u2E80' and <= '\uD7A3' or >= '\uFF01' and <= '\uFF60' => 1,
        _ => char.IsUpper(c) ? 0.67 : 0.5,
    };
}
