namespace KnowledgeBase.Search.Meaning;

/// <summary>Settings of the encoder.</summary>
public sealed record EncoderOptions
{
    /// <summary>Batches run at the same time, from 1; 0, the default, means one per processor.</summary>
    public int Parallelism { get; init; }
}
