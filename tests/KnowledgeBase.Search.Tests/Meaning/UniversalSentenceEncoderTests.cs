using System.Text.Json;
using KnowledgeBase.Search.Meaning;
using KnowledgeBase.Search.Meaning.Models;

namespace KnowledgeBase.Search.Tests.Meaning;

public sealed class UniversalSentenceEncoderTests
{
    private static readonly Lazy<UniversalSentenceEncoder> Encoder = new(() => UniversalSentenceEncoder.Load(ModelFiles.Default(), new EncoderOptions()));

    [ReferenceFact]
    public void Gives_the_reference_vectors_to_four_digits()
    {
        using var reference = JsonDocument.Parse(File.ReadAllText(SharedFolder.Find("encoder/use-lite-reference.json")!));
        var texts = reference.RootElement.GetProperty("sentences").EnumerateArray().Select(text => text.GetString()!).ToList();
        var expected = reference.RootElement.GetProperty("vectors").EnumerateArray().Select(Floats).ToList();

        Assert.True(texts.Count >= 20);
        for (var i = 0; i < texts.Count; i++)
        {
            AssertClose(expected[i], Encoder.Value.Encode(texts[i]), texts[i]);
        }
    }

    /// <summary>The file was written by the JavaScript package the weights come from, run on these texts of our own.</summary>
    [ModelFact]
    public void Gives_odd_texts_the_vectors_of_the_original_program()
    {
        using var stream = typeof(UniversalSentenceEncoderTests).Assembly.GetManifestResourceStream("odd-inputs.json")!;
        using var inputs = JsonDocument.Parse(stream);

        Assert.Equal(40, inputs.RootElement.GetArrayLength());
        foreach (var input in inputs.RootElement.EnumerateArray())
        {
            var text = input.GetProperty("text").GetString()!;
            var vector = Encoder.Value.Encode(text);
            AssertClose(Floats(input.GetProperty("head")), vector[..12], text);
            AssertClose(Floats(input.GetProperty("tail")), vector[^4..], text);
        }
    }

    [ModelFact]
    public void Gives_a_text_the_same_bits_alone_and_in_any_batch()
    {
        string[] texts = ["", "truce", .. Enumerable.Range(1, 40).Select(i => string.Join(' ', Enumerable.Repeat($"talks held {i}", i)))];

        var forwards = Encoder.Value.EncodeAll(texts, CancellationToken.None);
        var backwards = Encoder.Value.EncodeAll([.. texts.Reverse()], CancellationToken.None);

        for (var i = 0; i < texts.Length; i++)
        {
            Assert.Equal(Encoder.Value.Encode(texts[i]), forwards[i]);
            Assert.Equal(forwards[i], backwards[texts.Length - 1 - i]);
        }
    }

    [ModelFact]
    public void Takes_half_surrogate_pairs_for_unknown_symbols()
    {
        Assert.Equal(Encoder.Value.Encode("a \uFFFD b"), Encoder.Value.Encode("a \ud83d b"));
        Assert.Equal(Encoder.Value.Encode("\uFFFD"), Encoder.Value.Encode("\udc00\ud800"));
    }

    [ModelFact]
    public void Puts_a_paraphrase_nearer_than_another_subject()
    {
        var truce = Encoder.Value.Encode("The fighting stopped after both armies agreed to a truce.");
        var ceasefire = Encoder.Value.Encode("A ceasefire between the two forces ended the violence.");
        var accounts = Encoder.Value.Encode("The annual accounts were audited in March.");

        Assert.True(Dot(truce, ceasefire) > Dot(truce, accounts) + 0.1);
    }

    [ModelFact]
    public void Stops_when_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Encoder.Value.EncodeAll(["one", "two"], cancelled.Token));
    }

    private static float[] Floats(JsonElement list) => [.. list.EnumerateArray().Select(value => value.GetSingle())];

    private static double Dot(float[] left, float[] right) => left.Zip(right, (a, b) => (double)a * b).Sum();

    private static void AssertClose(float[] expected, float[] actual, string text)
    {
        Assert.Equal(expected.Length, actual.Length);
        var worst = expected.Zip(actual, (a, b) => Math.Abs(a - b)).Max();
        Assert.True(worst < 1e-4, $"differs by {worst} for: {text}");
    }

    private sealed class ReferenceFactAttribute : FactAttribute
    {
        public ReferenceFactAttribute()
        {
            if (ModelFiles.Default().Check() is { } problem)
            {
                Skip = problem.Message;
            }
            else if (SharedFolder.Find("encoder/use-lite-reference.json") is null)
            {
                Skip = "The reference vectors (../shared/encoder) are not beside this repository.";
            }
        }
    }
}
