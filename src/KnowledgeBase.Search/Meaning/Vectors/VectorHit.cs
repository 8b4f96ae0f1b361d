namespace KnowledgeBase.Search.Meaning.Vectors;

/// <summary>A passage near a query's vector.</summary>
/// <param name="Row">The passage's row.</param>
/// <param name="Cosine">-1 to 1; 1 is the same direction.</param>
public readonly record struct VectorHit(long Row, float Cosine);
