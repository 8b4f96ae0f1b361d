using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Structuring.Judging;

/// <summary>The words of a text as a multiset, without their order: what texts are compared by. A word stands for its CRC-32, since a truth may hold those alone.</summary>
public sealed partial class WordBag
{
    private readonly Dictionary<uint, int> counts = [];

    private WordBag(IEnumerable<uint> words)
    {
        foreach (var word in words)
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
            Total++;
        }

        Words = [.. counts.Keys];
    }

    /// <summary>No words.</summary>
    public static WordBag Empty { get; } = new([]);

    /// <summary>Different words, in the order in which each first stands in the text.</summary>
    public IReadOnlyList<uint> Words { get; }

    /// <summary>Words with their repetitions.</summary>
    public int Total { get; }

    /// <summary>The words of a text: runs of letters and figures, compared without case, ligatures and soft hyphens.</summary>
    public static WordBag Of(string? text) => new(WordShape().Matches(Normalise(text)).Select(word => Crc32(word.Value)));

    /// <summary>The words of a heading without its number.</summary>
    public static WordBag OfTitle(string? title) => Of(NumberShape().Replace(Normalise(title), "", 1));

    /// <summary>A bag given by the CRC-32 of each word.</summary>
    public static WordBag OfHashes(IEnumerable<uint> hashes) => new(hashes);

    /// <summary>All words of several texts.</summary>
    public static WordBag Sum(IEnumerable<WordBag> bags) => new(bags.SelectMany(bag => bag.counts.SelectMany(pair => Enumerable.Repeat(pair.Key, pair.Value))));

    /// <summary>How many words both have.</summary>
    public int Common(WordBag other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return counts.Sum(pair => Math.Min(pair.Value, other.counts.GetValueOrDefault(pair.Key)));
    }

    /// <summary>F1 of the words of both, 0 to 1; 0 for two empty bags.</summary>
    public double Overlap(WordBag other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Total + other.Total == 0 ? 0 : 2.0 * Common(other) / (Total + other.Total);
    }

    /// <summary>Share of these words that the other has, 0 to 1.</summary>
    public double ContainedIn(WordBag other) => Total == 0 ? 0 : (double)Common(other) / Total;

    internal static string Normalise(string? text)
    {
        var plain = (text ?? "").Normalize(NormalizationForm.FormKC).Replace("\u00AD", "", StringComparison.Ordinal);
        return Blanks().Replace(Dashes().Replace(plain, "-"), " ").Trim().ToLowerInvariant();
    }

    private static uint Crc32(string word)
    {
        var crc = ~0u;
        foreach (var value in Encoding.UTF8.GetBytes(word))
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? 0xEDB88320u ^ (crc >> 1) : crc >> 1;
            }
        }

        return ~crc;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex WordShape();

    [GeneratedRegex(@"^\s*([\divxlc]+[.)]|[a-z][.)]|\d+(\.\d+)*)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex NumberShape();

    [GeneratedRegex("[\u2010-\u2015\u2212]", RegexOptions.CultureInvariant)]
    private static partial Regex Dashes();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
