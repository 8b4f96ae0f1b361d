namespace KnowledgeBase.Documents;

/// <summary>A text for people in English, with what it takes to say it in another language: a permanent word for it and the values in it.</summary>
/// <param name="Code">Lower-case words joined by hyphens, such as "query-without".</param>
/// <param name="English">The whole text.</param>
/// <param name="Values">What stands for {0}, {1} … in a translation; one may be a coded text itself.</param>
public sealed record CodedText(string Code, string English, IReadOnlyList<object?> Values)
{
    /// <summary>A text whose values are those that its English form has, in their order.</summary>
    /// <param name="code">Its word.</param>
    /// <param name="english">Formatted the same on every machine.</param>
    public static CodedText Of(string code, FormattableString english)
    {
        ArgumentNullException.ThrowIfNull(english);
        return new(code, FormattableString.Invariant(english), english.GetArguments());
    }

    /// <summary>What a problem says, by its code; the values in it are not known.</summary>
    public static CodedText Of(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new(problem.Code, problem.Message, []);
    }

    /// <summary>Says it in English, as the command line and the JSON do.</summary>
    public static string InEnglish(CodedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.English;
    }

    /// <inheritdoc/>
    public override string ToString() => English;
}
