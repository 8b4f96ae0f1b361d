namespace KnowledgeBase.Structuring.Judging;

/// <summary>What a figure is made of; figures of several documents are pooled by adding these.</summary>
/// <param name="Right">Right ones.</param>
/// <param name="Read">All of the reading, or of what was asked.</param>
/// <param name="True">All of the truth; null where the figure is the share <paramref name="Right"/> / <paramref name="Read"/>.</param>
public sealed record FigureCount(int Right, int Read, int? True = null)
{
    /// <summary>F1 or share, 0 to 1; null where nothing was there to be judged.</summary>
    public double? Value => True is { } truth
        ? Read + truth == 0 ? null : 2.0 * Right / (Read + truth)
        : Read == 0 ? null : (double)Right / Read;

    /// <summary>Both together.</summary>
    public FigureCount Plus(FigureCount other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Right + other.Right, Read + other.Read, True + other.True);
    }
}

/// <summary>How well a reading agrees with the truth, by figure.</summary>
/// <param name="Figures">Every name of <see cref="Names"/>.</param>
public sealed record StructureScore(IReadOnlyDictionary<string, FigureCount> Figures)
{
    /// <summary>
    /// The figures: F1 of words of body text, headings, passages (words alike by 0.9), quotes, footnotes, footnote marks; shares of matched
    /// ones with the right level, neighbour, nearest heading, whole path, role, marker, first page, attribution; title and year.
    /// </summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "words", "headings", "levels", "passages", "order", "paths", "full_paths", "roles", "markers", "pages", "quotes", "attributions", "footnotes", "refs", "front",
    ];

    /// <summary>A figure's value, or null where nothing was there to be judged.</summary>
    public double? this[string name] => Figures[name].Value;

    /// <summary>The figures of several documents, their counts added.</summary>
    public static StructureScore Pool(IEnumerable<StructureScore> scores)
    {
        var all = scores.ToList();
        return new(Names.ToDictionary(name => name, name => all.Select(score => score.Figures[name]).Aggregate((sum, next) => sum.Plus(next)), StringComparer.Ordinal));
    }
}
