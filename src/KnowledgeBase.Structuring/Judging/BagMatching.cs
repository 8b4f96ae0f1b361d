namespace KnowledgeBase.Structuring.Judging;

/// <summary>Pairs the texts of a truth with those of a reading, one to one, the most alike first.</summary>
internal static class BagMatching
{
    /// <summary>A partner shares at least one of a text's rarest words; so many are tried.</summary>
    private const int RareWords = 12;

    /// <summary>Pairs them.</summary>
    /// <param name="truth">What should be there.</param>
    /// <param name="read">What is there.</param>
    /// <param name="threshold">Least overlap of a pair, 0 to 1.</param>
    /// <returns>Index in the reading by index in the truth.</returns>
    public static SortedDictionary<int, int> Match(IReadOnlyList<WordBag> truth, IReadOnlyList<WordBag> read, double threshold)
    {
        var index = new Dictionary<uint, List<int>>();
        for (var j = 0; j < read.Count; j++)
        {
            foreach (var word in read[j].Words)
            {
                (index.TryGetValue(word, out var known) ? known : index[word] = []).Add(j);
            }
        }

        var pairs = new List<(double Score, double Distance, int Truth, int Read)>();
        for (var i = 0; i < truth.Count; i++)
        {
            var rare = truth[i].Words.Where(index.ContainsKey).OrderBy(word => index[word].Count).Take(RareWords);
            foreach (var j in rare.SelectMany(word => index[word]).Distinct())
            {
                var score = truth[i].Overlap(read[j]);
                if (score >= threshold)
                {
                    pairs.Add((score, Math.Abs(((double)i / Math.Max(1, truth.Count)) - ((double)j / Math.Max(1, read.Count))), i, j));
                }
            }
        }

        var matched = new SortedDictionary<int, int>();
        var used = new HashSet<int>();
        foreach (var (_, _, i, j) in pairs.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Distance).ThenBy(pair => pair.Truth).ThenBy(pair => pair.Read))
        {
            if (!matched.ContainsKey(i) && used.Add(j))
            {
                matched[i] = j;
            }
        }

        return matched;
    }
}
