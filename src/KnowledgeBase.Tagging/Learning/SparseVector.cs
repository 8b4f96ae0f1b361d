namespace KnowledgeBase.Tagging.Learning;

/// <summary>The non-zero entries of a vector.</summary>
/// <param name="Indices">Ascending, without repetition.</param>
/// <param name="Values">As many as <paramref name="Indices"/>.</param>
public sealed record SparseVector(int[] Indices, float[] Values)
{
    /// <summary>The sum of products with a dense vector.</summary>
    public double Dot(ReadOnlySpan<double> dense)
    {
        // Plain order: a sum in vector lanes would differ from machine to machine and so would the model's bytes.
        var sum = 0.0;
        for (var i = 0; i < Indices.Length; i++)
        {
            sum += dense[Indices[i]] * Values[i];
        }

        return sum;
    }
}
