namespace KnowledgeBase.Search.Query;

/// <summary>
/// How far apart two spellings are: letters changed, missing, too many, or swapped with their neighbour (optimal string alignment; see
/// L. Boytsov, "Indexing methods for approximate dictionary searching", 2011, section 2).
/// </summary>
public static class EditDistance
{
    /// <summary>The distance, or <paramref name="most"/> + 1 when it is greater than <paramref name="most"/>.</summary>
    public static int Between(ReadOnlySpan<char> first, ReadOnlySpan<char> second, int most)
    {
        if (Math.Abs(first.Length - second.Length) > most)
        {
            return most + 1;
        }

        var width = second.Length + 1;
        var rows = width <= 128 ? stackalloc int[3 * width] : new int[3 * width];
        var last = rows[..width];
        var current = rows.Slice(width, width);
        var before = rows.Slice(2 * width, width);
        for (var j = 0; j < width; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= first.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var cost = first[i - 1] == second[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                {
                    value = Math.Min(value, before[j - 2] + 1);
                }

                current[j] = value;
                least = Math.Min(least, value);
            }

            if (least > most)
            {
                return most + 1;
            }

            var oldest = before;
            before = last;
            last = current;
            current = oldest;
        }

        return Math.Min(last[^1], most + 1);
    }
}
