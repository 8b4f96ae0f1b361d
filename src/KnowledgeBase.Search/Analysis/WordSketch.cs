using System.Globalization;
using System.Text;

namespace KnowledgeBase.Search.Analysis;

/// <summary>
/// A short stand-in for a text's words: of each of 32 hash functions the least value over all pairs of neighbouring words, so that the share
/// of equal places estimates the share of pairs that two texts have in common (A. Broder, "On the resemblance and containment of
/// documents", 1997). The text cannot be read back from it.
/// </summary>
public sealed class WordSketch
{
    /// <summary>Hash functions: the estimate's standard error is .09 at most.</summary>
    private const int Length = 32;

    private readonly ushort[] least;

    private WordSketch(ushort[] least) => this.least = least;

    /// <summary>The sketch of a text; case, accents and punctuation do not matter.</summary>
    public static WordSketch Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Tokenizer.Tokens(text).Select(token => Folding.Fold(token.Text)).ToArray();
        IEnumerable<string> pairs = words.Length < 2 ? words : words.Zip(words.Skip(1), (left, right) => $"{left} {right}");
        var least = new ulong[Length];
        Array.Fill(least, ulong.MaxValue);
        foreach (var hash in pairs.Select(Hash))
        {
            for (var i = 0; i < Length; i++)
            {
                least[i] = Math.Min(least[i], Mix(hash + ((ulong)i * 0x9E3779B97F4A7C15)));
            }
        }

        return new([.. least.Select(value => (ushort)value)]);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is no sketch.</exception>
    public static WordSketch Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == Length * 4
            ? new([.. text.Chunk(4).Select(four => ushort.Parse(four, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture))])
            : throw new FormatException($"A sketch has {Length * 4} hexadecimal digits, not {text.Length}.");
    }

    /// <summary>Estimated share of word pairs in common, 0 to 1.</summary>
    public double Likeness(WordSketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return least.Zip(other.least).Count(pair => pair.First == pair.Second) / (double)Length;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Concat(least.Select(value => value.ToString("x4", CultureInfo.InvariantCulture)));

    // FNV-1a, then the finaliser of SplitMix64: both are the same on every machine and in every version of .NET.
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ value) * 1099511628211UL;
        }

        return hash;
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
