using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Documents;

/// <summary>The permanent id of a document: the first 12 hexadecimal digits of the SHA-256 of the bytes first ingested.</summary>
/// <param name="Value">12 lower-case hexadecimal digits.</param>
[method: JsonConstructor]
public readonly record struct DocumentId(string Value)
{
    /// <summary>The id of a file whose SHA-256 is given in hexadecimal.</summary>
    public static DocumentId FromSha256(string sha256) => new(sha256[..12]);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>The permanent id of a passage or footnote: a hash of document id, normalised text and occurrence.</summary>
/// <param name="Value">16 lower-case hexadecimal digits.</param>
[method: JsonConstructor]
public readonly partial record struct PassageId(string Value)
{
    /// <summary>Computes the id.</summary>
    /// <param name="document">The document the passage stands in.</param>
    /// <param name="text">Its text; case, blanks, accents' composition and punctuation do not change the id.</param>
    /// <param name="occurrence">0 for the first passage with these words in the document, 1 for the second, and so on.</param>
    public static PassageId Compute(DocumentId document, string text, int occurrence)
    {
        var key = $"{document.Value}\n{Normalise(text)}\n{occurrence}";
        return new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 8)));
    }

    /// <summary>The words of a text, lower-case and joined by single blanks: what identity depends on.</summary>
    public static string Normalise(string text) =>
        NotWord().Replace(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant(), " ").Trim();

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotWord();
}
