using System.Collections.Concurrent;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Engines.Lucene;

/// <summary>Passages that match a pattern and that an audience may see, with weights; shared, never written to.</summary>
/// <param name="Ordinals">Rising.</param>
/// <param name="Weights">Above 0, without the rarity.</param>
internal sealed record Matches(int[] Ordinals, float[] Weights)
{
    public static Matches None { get; } = new([], []);
}

/// <summary>
/// Keeps what single words match in one state of the index. Lucene 4.8 weighs every passage that a common word stands in anew for each query,
/// for it knows no upper bounds of blocks; kept, the next query has only to add them up.
/// </summary>
internal sealed class MatchCache
{
    /// <summary>Passages held over all words; 8 bytes each, so 160 MB at most.</summary>
    private const int MostHeld = 20_000_000;

    /// <summary>Words in fewer passages are found as fast as they are looked up.</summary>
    private const int WorthHolding = 500;

    private readonly ConcurrentDictionary<Key, Matches> held = new();
    private readonly ConcurrentQueue<Key> oldestFirst = new();
    private int count;

    /// <summary>The matches of a word, held or found.</summary>
    public Matches Of(WordPattern pattern, WordPlace place, Viewpoint view, Func<Matches> find)
    {
        var key = new Key(pattern.Sequences[0].Words[0], pattern.Stemmed, (int)pattern.Languages, place, view);
        if (held.TryGetValue(key, out var known))
        {
            return known;
        }

        var found = find();
        if (found.Ordinals.Length >= WorthHolding && held.TryAdd(key, found))
        {
            oldestFirst.Enqueue(key);
            Interlocked.Add(ref count, found.Ordinals.Length);
            while (Volatile.Read(ref count) > MostHeld && oldestFirst.TryDequeue(out var oldest) && held.TryRemove(oldest, out var gone))
            {
                Interlocked.Add(ref count, -gone.Ordinals.Length);
            }
        }

        return found;
    }

    private readonly record struct Key(string Word, bool Stemmed, int Languages, WordPlace Place, Viewpoint View);
}
