using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace KnowledgeBase.Search.Meaning.Network;

/// <summary>One piece of a vocabulary.</summary>
/// <param name="Text">The piece; U+2581 stands for a space.</param>
/// <param name="Score">Its log probability, at most 0.</param>
internal sealed record Piece(string Text, double Score);

/// <summary>The pieces of a unigram vocabulary, found by prefix. A piece's id is its place in the list.</summary>
internal sealed class PieceVocabulary
{
    /// <summary>Id of what no piece covers.</summary>
    public const int Unknown = 0;

    private const int Root = 0;
    private readonly Dictionary<(int Node, int Symbol), int> _children = [];
    private readonly List<int> _pieceAtNode = [-1];
    private readonly ImmutableArray<double> _scores;
    private readonly ImmutableArray<int> _lengths;

    /// <param name="pieces">All pieces, by id.</param>
    /// <param name="reserved">The first so many are marks of the model and are never found in a text.</param>
    /// <exception cref="ArgumentException">There are no pieces, or one that can be found is empty.</exception>
    public PieceVocabulary(IReadOnlyList<Piece> pieces, int reserved)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        ArgumentOutOfRangeException.ThrowIfLessThan(reserved, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reserved, pieces.Count);
        _scores = [.. pieces.Select(piece => piece.Score)];
        _lengths = [.. pieces.Select((piece, id) => id < reserved ? 1 : piece.Text.EnumerateRunes().Count())];
        for (var id = reserved; id < pieces.Count; id++)
        {
            Insert(pieces[id].Text, id);
        }
    }

    /// <summary>Number of pieces.</summary>
    public int Count => _scores.Length;

    /// <summary>Log probability of a piece.</summary>
    public double Score(int id) => _scores[id];

    /// <summary>Code points a piece covers; 1 for <see cref="Unknown"/>.</summary>
    public int Length(int id) => _lengths[id];

    /// <summary>Reads a JSON list of pairs of text and score.</summary>
    /// <exception cref="FormatException">The JSON has another form.</exception>
    public static PieceVocabulary Parse(ReadOnlySpan<byte> utf8Json, int reserved)
    {
        var pieces = new List<Piece>();
        var reader = new Utf8JsonReader(utf8Json);
        try
        {
            Expect(ref reader, JsonTokenType.StartArray);
            while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
            {
                Expect(ref reader, JsonTokenType.String);
                var text = reader.GetString()!;
                pieces.Add(new Piece(text, ReadScore(ref reader)));
                Expect(ref reader, JsonTokenType.EndArray);
            }
        }
        catch (JsonException exception)
        {
            throw new FormatException("The vocabulary is not a JSON list of [text, score] pairs.", exception);
        }

        return new PieceVocabulary(pieces, reserved);
    }

    /// <summary>Walks the pieces that begin a text, shortest first.</summary>
    /// <param name="symbols">The text from where the pieces shall begin.</param>
    /// <param name="found">Takes the ids; as long as the longest piece.</param>
    /// <returns>How many were found.</returns>
    public int FindPrefixes(ReadOnlySpan<int> symbols, List<int> found)
    {
        found.Clear();
        var node = Root;
        foreach (var symbol in symbols)
        {
            if (!_children.TryGetValue((node, symbol), out node))
            {
                break;
            }

            if (_pieceAtNode[node] >= 0)
            {
                found.Add(_pieceAtNode[node]);
            }
        }

        return found.Count;
    }

    /// <summary>A few pieces of the published vocabulary (those with a colon) have null; its tokenizer counts that as 0.</summary>
    private static double ReadScore(ref Utf8JsonReader reader)
    {
        if (reader.Read() && reader.TokenType == JsonTokenType.Number)
        {
            return reader.GetDouble();
        }

        return reader.TokenType == JsonTokenType.Null ? 0 : throw Malformed(JsonTokenType.Number, reader.TokenStartIndex);
    }

    private static FormatException Malformed(JsonTokenType expected, long position) =>
        new($"The vocabulary is not a JSON list of [text, score] pairs: {expected} expected at byte {position}.");

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw Malformed(type, reader.TokenStartIndex);
        }
    }

    private void Insert(string text, int id)
    {
        if (text.Length == 0)
        {
            throw new ArgumentException($"Piece {id} is empty.", nameof(text));
        }

        var node = Root;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!_children.TryGetValue((node, rune.Value), out var next))
            {
                next = _pieceAtNode.Count;
                _pieceAtNode.Add(-1);
                _children.Add((node, rune.Value), next);
            }

            node = next;
        }

        // The published vocabulary holds one piece three times; its own tokenizer gives the last id.
        _pieceAtNode[node] = id;
    }
}
