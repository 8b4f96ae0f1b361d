using System.Collections.Concurrent;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Meaning.Network;
using KnowledgeBase.Search.Meaning.Models;

namespace KnowledgeBase.Search.Meaning;

/// <summary>
/// The Universal Sentence Encoder lite (Cer et al. 2018), run here on the processor, without network. English; other
/// languages give vectors, but poor ones. Reads the first 128 pieces of a text, about 90 English words.
/// </summary>
public sealed class UniversalSentenceEncoder : ISentenceEncoder
{
    /// <summary>Pieces run together: enough rows to make reading the weights cheap, few enough to stay in the cache.</summary>
    private const int BatchPieces = 256;

    private readonly PieceTokenizer _tokenizer;
    private readonly EncoderNetwork _network;
    private readonly int _parallelism;
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    private UniversalSentenceEncoder(string modelVersion, PieceTokenizer tokenizer, EncoderNetwork network, int parallelism) =>
        (ModelVersion, _tokenizer, _network, _parallelism) = (modelVersion, tokenizer, network, parallelism);

    /// <inheritdoc/>
    public string ModelVersion { get; }

    /// <inheritdoc/>
    public TextLanguages Languages => TextLanguages.English;

    /// <inheritdoc/>
    /// <remarks>The median over all pairs of a query and a text that does not answer it, on cran, cisi and med (.54, .49, .50; answers: .62, .56, .63).</remarks>
    public float UnrelatedCosine => 0.5f;

    /// <inheritdoc/>
    public int Dimensions => _network.Dimensions;

    /// <summary>Reads the model and checks every file read against its pinned hash; takes a fraction of a second.</summary>
    /// <param name="files">Where the model is installed.</param>
    /// <param name="options">Settings.</param>
    /// <exception cref="Documents.RejectedInputException">"model-missing" or "model-damaged", with what to do.</exception>
    public static UniversalSentenceEncoder Load(ModelFiles files, EncoderOptions options)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Parallelism);
        var (vocabulary, weights) = new ModelReader(files).Read();
        var parallelism = options.Parallelism == 0 ? Environment.ProcessorCount : options.Parallelism;
        return new UniversalSentenceEncoder(files.Package.ModelVersion, new PieceTokenizer(vocabulary), new EncoderNetwork(weights), parallelism);
    }

    /// <inheritdoc/>
    public float[] Encode(string text) => Run([Pieces(text)])[0];

    /// <inheritdoc/>
    public IReadOnlyList<float[]> EncodeAll(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _parallelism, CancellationToken = cancellationToken };
        var pieces = new IReadOnlyList<int>[texts.Count];
        Parallel.For(0, texts.Count, parallel, i => pieces[i] = Pieces(texts[i]));
        var vectors = new float[texts.Count][];
        Parallel.ForEach(Batches(pieces), parallel, batch =>
        {
            var results = Run(new ArraySegment<IReadOnlyList<int>>(pieces, batch.First, batch.Count));
            for (var i = 0; i < batch.Count; i++)
            {
                vectors[batch.First + i] = results[i];
            }
        });
        return vectors;
    }

    /// <summary>Neighbours together, up to <see cref="BatchPieces"/>; there is no padding, so lengths need not agree.</summary>
    private static List<(int First, int Count)> Batches(IReadOnlyList<int>[] pieces)
    {
        var batches = new List<(int First, int Count)>();
        var (first, size) = (0, 0);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i > first && size + pieces[i].Count > BatchPieces)
            {
                batches.Add((first, i - first));
                (first, size) = (i, 0);
            }

            size += pieces[i].Count;
        }

        if (first < pieces.Length)
        {
            batches.Add((first, pieces.Length - first));
        }

        return batches;
    }

    private IReadOnlyList<int> Pieces(string text)
    {
        var pieces = _tokenizer.Tokenize(text);
        return pieces.Count <= EncoderNetwork.MaximumPieces ? pieces : [.. pieces.Take(EncoderNetwork.MaximumPieces)];
    }

    private IReadOnlyList<float[]> Run(IReadOnlyList<IReadOnlyList<int>> sentences)
    {
        var workspace = _workspaces.TryTake(out var idle) ? idle : new Workspace();
        try
        {
            return _network.Run(sentences, workspace);
        }
        finally
        {
            _workspaces.Add(workspace);
        }
    }
}
