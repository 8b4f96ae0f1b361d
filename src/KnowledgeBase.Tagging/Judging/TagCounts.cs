namespace KnowledgeBase.Tagging.Judging;

/// <summary>How often a tag was given rightly, wrongly, and not given though due.</summary>
/// <param name="Right">Given and due.</param>
/// <param name="Wrong">Given and not due.</param>
/// <param name="Missed">Due and not given.</param>
public sealed record TagCounts(int Right, int Wrong, int Missed)
{
    /// <summary>Share of the given tags that were due; 0 when none was given.</summary>
    public double Precision => Right == 0 ? 0 : (double)Right / (Right + Wrong);

    /// <summary>Share of the due tags that were given; 0 when none was.</summary>
    public double Recall => Right == 0 ? 0 : (double)Right / (Right + Missed);

    /// <summary>Harmonic mean of the two; 0 when nothing was right.</summary>
    public double F1 => Right == 0 ? 0 : 2.0 * Right / ((2 * Right) + Wrong + Missed);

    /// <summary>Both counts together.</summary>
    public static TagCounts operator +(TagCounts a, TagCounts b) => new(a.Right + b.Right, a.Wrong + b.Wrong, a.Missed + b.Missed);
}
