namespace KnowledgeBase.Documents;

/// <summary>Something that went wrong or looks odd; its code is a permanent word listed in docs/problems.md.</summary>
/// <param name="Code">Lower-case words joined by hyphens, such as "no-text-layer".</param>
/// <param name="Message">A sentence for people: what is wrong and what to do.</param>
/// <param name="Page">Page index from 1, or null when it concerns the whole file.</param>
public sealed record Problem(string Code, string Message, int? Page = null);

/// <summary>The input cannot be used: a typed rejection that names its <see cref="Problem"/>.</summary>
/// <param name="problem">Why.</param>
/// <param name="inner">The library's own error, if any.</param>
public sealed class RejectedInputException(Problem problem, Exception? inner = null) : Exception(problem.Message, inner)
{
    /// <summary>Why the input is rejected.</summary>
    public Problem Problem { get; } = problem;

    /// <summary>The problem's message with its values, for those who say it in another language; null where its code has to do.</summary>
    public CodedText? Said { get; init; }

    /// <summary>A rejection whose message can be said in other languages with its values.</summary>
    /// <param name="code">The problem's permanent word.</param>
    /// <param name="said">What is wrong and what to do.</param>
    public static RejectedInputException Of(string code, CodedText said)
    {
        ArgumentNullException.ThrowIfNull(said);
        return new(new(code, said.English)) { Said = said };
    }
}
