namespace KnowledgeBase.Search.Index;

/// <summary>
/// The weights of BM25 (S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009). Term frequency and
/// passage length are weighed as SQLite's FTS5 does (k1 = 1.2, b = 0.75, frequencies summed over columns with their weights); the rarity of a
/// word with the form of Lucene, which stays above 0 for words that most passages have.
/// </summary>
public static class Bm25
{
    public const double K1 = 1.2;
    public const double B = 0.75;

    /// <summary>How much a word in a heading counts against one in the text.</summary>
    public const double HeadingWeight = 0.7;

    /// <summary>Weight of a word in a passage, from 0 up to K1 + 1.</summary>
    /// <param name="frequency">How often it stands there, by its columns' weights.</param>
    /// <param name="length">Words of the passage, heading and text.</param>
    /// <param name="averageLength">Mean of all passages.</param>
    public static float Weight(float frequency, int length, double averageLength) =>
        (float)(frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * length / averageLength)))));

    /// <summary>Rarity of a word that <paramref name="having"/> of <paramref name="all"/> passages have; above 0.</summary>
    public static double Rarity(int having, int all) => Math.Log(1 + ((all - having + 0.5) / (having + 0.5)));

    /// <summary>The rarity that FTS5 multiplies into its bm25 value; see fts5_aux.c, fts5Bm25GetData.</summary>
    public static double Fts5Rarity(int having, int all)
    {
        var rarity = Math.Log((all - having + 0.5) / (having + 0.5));
        return rarity <= 0 ? 1e-6 : rarity;
    }
}
