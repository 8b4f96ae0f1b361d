using KnowledgeBase.Documents;

namespace KnowledgeBase.Store.Saving;

/// <summary>
/// Finds where passages went when a document was read anew: an old passage whose id is gone goes to the new one that shares most of
/// its words (Dice's coefficient over the multisets of normalised words), one to one and the most similar pairs first.
/// </summary>
internal static class PassageFollower
{
    /// <summary>Below this share of common words a passage counts as gone, not as changed.</summary>
    public const double LeastSimilarity = 0.6;

    /// <param name="before">Ids and texts of the old version, in reading order.</param>
    /// <param name="after">Ids and texts of the new version, in reading order.</param>
    public static IReadOnlyList<MovedPassage> Follow(
        IReadOnlyList<(PassageId Id, string Text)> before, IReadOnlyList<(PassageId Id, string Text)> after)
    {
        var stay = before.Select(p => p.Id).Intersect(after.Select(p => p.Id)).ToHashSet();
        var gone = before.Where(p => !stay.Contains(p.Id)).ToArray();
        if (gone.Length == 0)
        {
            return [];
        }

        var come = after.Where(p => !stay.Contains(p.Id)).Select(p => (p.Id, Words: WordsOf(p.Text))).ToArray();
        var pairs = new List<(double Similarity, int Old, int New)>();
        var index = Index(come.Select(p => p.Words));
        for (var i = 0; i < gone.Length; i++)
        {
            var words = WordsOf(gone[i].Text);
            foreach (var (j, common) in Common(words, index))
            {
                var similarity = 2.0 * common / (words.Values.Sum() + come[j].Words.Values.Sum());
                if (similarity >= LeastSimilarity)
                {
                    pairs.Add((similarity, i, j));
                }
            }
        }

        return Match(pairs, gone, come);
    }

    private static List<MovedPassage> Match(
        List<(double Similarity, int Old, int New)> pairs, (PassageId Id, string Text)[] gone, (PassageId Id, Dictionary<string, int> Words)[] come)
    {
        var moved = new List<MovedPassage>();
        var taken = new HashSet<int>();
        var placed = new HashSet<int>();
        foreach (var (similarity, from, to) in pairs.OrderByDescending(p => p.Similarity).ThenBy(p => p.Old).ThenBy(p => p.New))
        {
            if (!placed.Contains(from) && !taken.Contains(to))
            {
                placed.Add(from);
                taken.Add(to);
                moved.Add(new(gone[from].Id, come[to].Id, similarity));
            }
        }

        return moved;
    }

    private static Dictionary<string, List<(int Passage, int Count)>> Index(IEnumerable<Dictionary<string, int>> passages)
    {
        var index = new Dictionary<string, List<(int, int)>>(StringComparer.Ordinal);
        var number = 0;
        foreach (var words in passages)
        {
            foreach (var (word, count) in words)
            {
                if (!index.TryGetValue(word, out var list))
                {
                    index.Add(word, list = []);
                }

                list.Add((number, count));
            }

            number++;
        }

        return index;
    }

    private static Dictionary<int, int> Common(Dictionary<string, int> words, Dictionary<string, List<(int Passage, int Count)>> index)
    {
        var common = new Dictionary<int, int>();
        foreach (var (word, count) in words)
        {
            foreach (var (passage, there) in index.GetValueOrDefault(word, []))
            {
                common[passage] = common.GetValueOrDefault(passage) + Math.Min(count, there);
            }
        }

        return common;
    }

    private static Dictionary<string, int> WordsOf(string text) => PassageId.Normalise(text)
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .GroupBy(w => w, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
}
