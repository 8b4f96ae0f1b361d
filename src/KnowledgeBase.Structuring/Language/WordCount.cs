using System.Collections.Concurrent;

namespace KnowledgeBase.Structuring.Language;

/// <summary>Counts, for every profile at once, the words of a text that are its function words or hold one of its telling sequences.</summary>
internal sealed class WordCount
{
    /// <summary>What a telling sequence counts beside a function word.</summary>
    private const double TellingWeight = 0.25;

    /// <summary>Words whose marks are kept; a language's commonest words come first, so what comes after these is rare.</summary>
    private const int MostKept = 50_000;

    /// <summary>Longer "words" are addresses and run-together lines: not worth keeping.</summary>
    private const int LongestKept = 40;

    /// <summary>As many languages as a word's marks have bits.</summary>
    private const int MostProfiles = 32;

    private static readonly ConcurrentDictionary<string, Marks> Kept = new(StringComparer.Ordinal);
    private static int kept;

    private readonly int[] function = new int[LanguageProfile.All.Count];
    private readonly int[] telling = new int[LanguageProfile.All.Count];

    /// <summary>Words counted.</summary>
    public int Count { get; private set; }

    /// <summary>Counts a word, in whatever case.</summary>
    public void Add(ReadOnlySpan<char> word)
    {
        Count++;
        var marks = MarksOf(word);
        Tally(marks.Function, function);
        Tally(marks.Telling, telling);
    }

    /// <summary>Share of function words plus a quarter of the share of telling ones, 0 to 1.25.</summary>
    /// <param name="profile">Index in <see cref="LanguageProfile.All"/>.</param>
    public double Score(int profile) => ((double)function[profile] / Count) + (TellingWeight * telling[profile] / Count);

    /// <summary>The bit of a profile; beyond the last one it would silently be that of another language.</summary>
    /// <param name="profile">Index in <see cref="LanguageProfile.All"/>.</param>
    internal static uint MarkOf(int profile)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(profile, MostProfiles);
        return 1u << profile;
    }

    private static void Tally(uint marks, int[] counts)
    {
        for (; marks != 0; marks &= marks - 1)
        {
            counts[System.Numerics.BitOperations.TrailingZeroCount(marks)]++;
        }
    }

    private static Marks MarksOf(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[LongestKept];
        if (word.Length > LongestKept)
        {
            return Judge(word.ToString().ToLowerInvariant());
        }

        lower = lower[..word.ToLowerInvariant(lower)];
        if (Kept.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower, out var known))
        {
            return known;
        }

        var text = lower.ToString();
        var marks = Judge(text);
        if (kept < MostKept && Kept.TryAdd(text, marks))
        {
            Interlocked.Increment(ref kept);
        }

        return marks;
    }

    private static Marks Judge(string word)
    {
        uint function = 0, telling = 0;
        for (var i = 0; i < LanguageProfile.All.Count; i++)
        {
            var profile = LanguageProfile.All[i];
            function |= profile.Words.Contains(word) ? MarkOf(i) : 0;
            telling |= profile.Sequences.Any(s => word.Contains(s, StringComparison.Ordinal)) ? MarkOf(i) : 0;
        }

        return new(function, telling);
    }

    /// <summary>Profiles that a word speaks for, one bit each.</summary>
    private readonly record struct Marks(uint Function, uint Telling);
}
