using KnowledgeBase.Documents;

namespace KnowledgeBase.Store.Likeness;

/// <summary>
/// A sample of a text's shingles by which two texts are compared without being read again: the hashes of all runs of four words that are
/// divisible by a fixed number (the "modulo sketch" of A. Broder, On the resemblance and containment of documents, 1997). Unlike a fixed number
/// of minima it grows with the text, and so also tells how much of a short text stands in a long one.
/// </summary>
internal static class TextSketch
{
    private const int ShingleWords = 4;

    /// <summary>One shingle of so many is kept; a power of two.</summary>
    private const ulong OneOf = 16;

    /// <summary>The sample of a document's body text, without order or repetition.</summary>
    public static IReadOnlyCollection<long> Of(StructuredDocument document)
    {
        var sample = new HashSet<long>();
        foreach (var passage in document.Passages.Where(passage => passage.Role is PassageRole.Paragraph or PassageRole.ListItem or PassageRole.Quote))
        {
            var words = PassageId.Normalise(passage.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Hash).ToList();
            for (var i = 0; i + ShingleWords <= words.Count; i++)
            {
                var shingle = 0UL;
                for (var k = 0; k < ShingleWords; k++)
                {
                    shingle = Mixed(shingle + words[i + k]);
                }

                if (shingle % OneOf == 0)
                {
                    sample.Add(unchecked((long)shingle));
                }
            }
        }

        return sample;
    }

    /// <summary>FNV-1a over UTF-16 units: permanent, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static ulong Hash(string word)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in word)
        {
            hash = (hash ^ unit) * 1099511628211UL;
        }

        return hash;
    }

    /// <summary>The finaliser of SplitMix64: every bit of the sum reaches the lowest ones, by which the sample is drawn.</summary>
    private static ulong Mixed(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
