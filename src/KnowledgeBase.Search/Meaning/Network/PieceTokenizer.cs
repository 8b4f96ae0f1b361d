using System.Text;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Meaning.Network;

/// <summary>
/// Cuts a text into the most probable sequence of pieces (Kudo 2018, "Subword Regularization", unigram language model,
/// best path by Viterbi), with the exact choices of the tokenizer the model was published with: NFKC, one mark before
/// the text, spaces (and only U+0020) turned into marks, runs of unknown symbols merged, ties to the later start.
/// </summary>
/// <param name="vocabulary">The pieces.</param>
internal sealed class PieceTokenizer(PieceVocabulary vocabulary)
{
    private const char SpaceMark = '\u2581';

    /// <summary>The ids of the pieces, in the order of the text; none for the empty text.</summary>
    public IReadOnlyList<int> Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var symbols = Symbols(text);
        if (symbols.Length == 0)
        {
            return [];
        }

        // best[i]: score of the best path to position i; 0 also stands for "none yet", as in the published tokenizer,
        // where a symbol unknown to the vocabulary scores 0.
        var best = new double[symbols.Length + 1];
        var lastPiece = new int[symbols.Length + 1];
        var pieces = new List<int>();
        for (var start = 0; start < symbols.Length; start++)
        {
            if (vocabulary.FindPrefixes(symbols.AsSpan(start), pieces) == 0)
            {
                Offer(PieceVocabulary.Unknown, 0, start, start + 1);
            }

            foreach (var piece in pieces)
            {
                Offer(piece, vocabulary.Score(piece), start, start + vocabulary.Length(piece));
            }
        }

        return Backtrack(lastPiece);

        void Offer(int piece, double pieceScore, int start, int end)
        {
            var score = pieceScore + best[start];
            if (best[end] == 0 || score >= best[end])
            {
                best[end] = score;
                lastPiece[end] = piece;
            }
        }
    }

    private List<int> Backtrack(int[] lastPiece)
    {
        var ids = new List<int>();
        for (var end = lastPiece.Length - 1; end > 0; end -= vocabulary.Length(lastPiece[end]))
        {
            var id = lastPiece[end];
            var repeatsUnknown = id == PieceVocabulary.Unknown && ids.Count > 0 && ids[^1] == PieceVocabulary.Unknown;
            if (!repeatsUnknown)
            {
                ids.Add(id);
            }
        }

        ids.Reverse();
        return ids;
    }

    /// <summary>The code points after normalising.</summary>
    private static int[] Symbols(string text)
    {
        // What cannot be normalised becomes U+FFFD: no piece holds either, so both are unknown.
        var normal = WellFormed.Of(text).Normalize(NormalizationForm.FormKC);
        if (normal.Length == 0)
        {
            return [];
        }

        var symbols = new List<int>(normal.Length + 1) { SpaceMark };
        foreach (var rune in normal.EnumerateRunes())
        {
            symbols.Add(rune.Value == ' ' ? SpaceMark : rune.Value);
        }

        return [.. symbols];
    }
}
