using System.Text.Json.Serialization;

namespace KnowledgeBase.Documents;

/// <summary>
/// A rectangle on a page as shown (after rotation), in PDF points (1/72 inch), origin at the page's top left, y growing downwards.
/// </summary>
/// <param name="Left">Distance from the page's left edge.</param>
/// <param name="Top">Distance from the page's top edge.</param>
/// <param name="Right">Never less than <paramref name="Left"/>.</param>
/// <param name="Bottom">Never less than <paramref name="Top"/>.</param>
[method: JsonConstructor]
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Width in points.</summary>
    [JsonIgnore]
    public double Width => Right - Left;

    /// <summary>Height in points.</summary>
    [JsonIgnore]
    public double Height => Bottom - Top;

    /// <summary>The smallest box around this one and <paramref name="other"/>.</summary>
    public Box Union(Box other) => new(
        Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}
