namespace KnowledgeBase.Search.Citing;

/// <summary>A stretch of a citation in one type.</summary>
/// <param name="Text">The characters, blanks included.</param>
/// <param name="Italic">True for titles of works.</param>
public sealed record CitationRun(string Text, bool Italic = false);

/// <summary>A citation ready to print.</summary>
/// <param name="Runs">From left to right; never empty.</param>
public sealed record Citation(IReadOnlyList<CitationRun> Runs)
{
    /// <summary>Without italics.</summary>
    public string Text => string.Concat(Runs.Select(run => run.Text));

    /// <inheritdoc/>
    public override string ToString() => Text;
}
