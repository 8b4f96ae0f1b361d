using System.Security.Cryptography;
using System.Text;
using KnowledgeBase.Documents;
using KnowledgeBase.Store;

namespace KnowledgeBase.Benchmarks.Search;

/// <summary>
/// Papers of invented words: 100 passages of 60 words each, drawn by Zipf's law (the word of rank r with a chance in proportion to 1/r) from a
/// vocabulary of 200,000. The same number gives the same paper on every machine.
/// </summary>
internal sealed class SyntheticPapers
{
    public const int PassagesPerPaper = 100;
    public const int WordsPerPassage = 60;
    private const int VocabularySize = 200_000;

    private static readonly string[] Syllables =
        ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "qui", "ro", "su", "ta", "ve", "wi", "xo", "zu", "bra", "cli", "dro", "fle", "gra", "sta"];

    private readonly double[] cumulative = new double[VocabularySize];

    public SyntheticPapers()
    {
        var sum = 0.0;
        for (var rank = 0; rank < VocabularySize; rank++)
        {
            sum += 1.0 / (rank + 1);
            cumulative[rank] = sum;
        }
    }

    /// <summary>The word of a rank, from 0: five syllables that spell the rank, so that no two ranks share a stem.</summary>
    public static string Word(int rank)
    {
        var word = new StringBuilder();
        var rest = rank + 1;
        while (rest > 0)
        {
            word.Append(Syllables[rest % Syllables.Length]);
            rest /= Syllables.Length;
        }

        return word.Append('k').ToString();
    }

    /// <summary>Saves a paper.</summary>
    public void Save(KnowledgeStore store, int number)
    {
        var random = new Random(number);
        var texts = Enumerable.Range(0, PassagesPerPaper).Select(_ => Text(random)).ToArray();
        var bytes = Encoding.UTF8.GetBytes($"paper {number}\n" + texts[0]);
        var request = new IngestRequest(Convert.ToHexStringLower(SHA256.HashData(bytes)), $"/synthetic/{number}.txt");
        var id = DocumentId.FromSha256(request.Sha256);
        var heading = $"{Word(random.Next(1000))} {Word(random.Next(1000))}";
        var passages = texts.Select(t => new Passage(PassageId.Compute(id, t, 0), PassageRole.Paragraph, t)
        {
            HeadingPath = [heading], Language = "en", PageFirst = 1, PageLast = 1, PageLabelFirst = "1", PageLabelLast = "1",
        }).ToArray();
        var document = new StructuredDocument(
            id,
            new($"{number}.txt", request.Sha256, SourceFormat.Text, bytes.Length),
            1,
            new() { Title = $"Paper {number}", Year = 1990 + (number % 35), Series = $"Series {number % 12}", Language = "en" },
            [],
            passages,
            [],
            [],
            [],
            []);
        var tags = passages.ToDictionary(p => p.Id, _ => Tags(random));
        store.Documents.Save(new(document, tags, "synthetic/1"), new MemoryStream(bytes), request, CancellationToken.None);
    }

    private static PassageTags Tags(Random random) => PassageTags.None with
    {
        Kinds = random.Next(2) == 0 ? [] : [new(TagSet.Kinds[random.Next(TagSet.Kinds.Count)], 0.9, TagOrigin.Rule, [])],
        Themes = random.Next(2) == 0 ? [] : [new(TagSet.Themes[random.Next(TagSet.Themes.Count)], 0.9, TagOrigin.Rule, [])],
    };

    private string Text(Random random)
    {
        var text = new StringBuilder();
        for (var i = 0; i < WordsPerPassage; i++)
        {
            var at = Array.BinarySearch(cumulative, random.NextDouble() * cumulative[^1]);
            text.Append(i == 0 ? "" : " ").Append(Word(Math.Min(VocabularySize - 1, at < 0 ? ~at : at)));
        }

        return text.ToString();
    }
}
