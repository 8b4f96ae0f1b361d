namespace KnowledgeBase.Search.Meaning.Network;

/// <summary>The buffers of one running batch; kept and used again, by one thread at a time.</summary>
internal sealed class Workspace
{
    private float[] _input = [];
    private float[] _normed = [];
    private float[] _projections = [];
    private float[] _attended = [];
    private float[] _hidden = [];
    private float[] _wide = [];
    private float[] _residual = [];
    private float[] _scores = [];

    /// <summary>Keys of one head, or any matrix a layer must transpose.</summary>
    public PackedMatrix Keys { get; } = new();

    /// <summary>Values of one head.</summary>
    public PackedMatrix Values { get; } = new();

    /// <summary>Embeddings: the first layer's input.</summary>
    public Span<float> Input(int rows, int columns) => Take(ref _input, rows, columns);

    /// <summary>Normalised rows.</summary>
    public Span<float> Normed(int rows, int columns) => Take(ref _normed, rows, columns);

    /// <summary>Queries, keys and values.</summary>
    public Span<float> Projections(int rows, int columns) => Take(ref _projections, rows, columns);

    /// <summary>Sums of values, by attention.</summary>
    public Span<float> Attended(int rows, int columns) => Take(ref _attended, rows, columns);

    /// <summary>What passes from layer to layer.</summary>
    public Span<float> Hidden(int rows, int columns) => Take(ref _hidden, rows, columns);

    /// <summary>Between the two dense layers.</summary>
    public Span<float> Wide(int rows, int columns) => Take(ref _wide, rows, columns);

    /// <summary>What is added to a layer's result.</summary>
    public Span<float> Residual(int rows, int columns) => Take(ref _residual, rows, columns);

    /// <summary>Attention scores of one head in one sentence.</summary>
    public Span<float> Scores(int rows, int columns) => Take(ref _scores, rows, columns);

    private static Span<float> Take(ref float[] buffer, int rows, int columns)
    {
        // One block more than asked: attention reads and writes whole blocks of rows from any sentence's first row on.
        var needed = (MatrixKernel.PaddedRows(rows) + MatrixKernel.RowBlock) * columns;
        if (buffer.Length < needed)
        {
            buffer = new float[needed];
        }

        return buffer.AsSpan(0, needed);
    }
}
