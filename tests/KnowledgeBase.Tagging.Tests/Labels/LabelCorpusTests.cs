using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Labels;
using KnowledgeBase.Tagging.Learning;
using KnowledgeBase.Tagging.Text;

namespace KnowledgeBase.Tagging.Tests.Labels;

/// <summary>What the labels in corpus/labels promise.</summary>
public sealed class LabelCorpusTests
{
    private static readonly IReadOnlyList<LabelledDocument> Documents = LabelFile.ReadFolder(Repository.Labels);

    private static readonly IReadOnlyList<(string Language, string Text, IReadOnlySet<string> Labels)> Passages = Documents
        .SelectMany(document => PassageContexts.Of(document.Document)
            .Select(passage => (passage.Language, passage.Text, document.Labels[passage.Id].Asserted)))
        .ToList();

    [Fact]
    public void Has_enough_of_every_kind() =>
        Assert.All(TagSet.Kinds, kind => Assert.InRange(Passages.Count(passage => passage.Labels.Contains(kind)), 250, int.MaxValue));

    [Fact]
    public void Has_enough_of_every_theme_and_addressee() =>
        Assert.All(
            TagSet.Themes.Concat(TagSet.Addressees),
            label => Assert.InRange(Passages.Count(passage => passage.Labels.Contains(label)), 60, int.MaxValue));

    [Fact]
    public void Has_enough_passages_without_a_kind() =>
        Assert.InRange(Passages.Count(passage => !passage.Labels.Any(TagSet.Kinds.Contains)), 800, int.MaxValue);

    [Theory]
    [InlineData("fr")]
    [InlineData("es")]
    public void Has_enough_in_other_languages(string language) =>
        Assert.InRange(Passages.Count(passage => passage.Language == language), 200, int.MaxValue);

    [Fact]
    public void Names_each_document_once() =>
        Assert.Empty(Documents.GroupBy(document => document.Name).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Uses_only_groups_that_exist_in_the_importance_file()
    {
        var weighted = Documents.Where(document => document.Importance != 1).Select(document => document.Group).Distinct();

        Assert.NotEmpty(weighted);
        Assert.All(Documents, document => Assert.StartsWith(document.Group + "/", document.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Has_at_most_one_near_duplicate_in_a_hundred()
    {
        var shingles = Passages.Select(passage => Shingles(passage.Text)).ToArray();
        var holders = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var duplicates = 0;
        for (var i = 0; i < shingles.Length; i++)
        {
            var shared = new Dictionary<int, int>();
            foreach (var shingle in shingles[i])
            {
                if (!holders.TryGetValue(shingle, out var others))
                {
                    holders[shingle] = others = [];
                }

                foreach (var other in others)
                {
                    shared[other] = shared.GetValueOrDefault(other) + 1;
                }

                others.Add(i);
            }

            duplicates += shared.Any(pair => pair.Value >= 0.5 * (shingles[i].Count + shingles[pair.Key].Count - pair.Value)) ? 1 : 0;
        }

        Assert.InRange((double)duplicates / shingles.Length, 0, 0.01);
    }

    // Stock formulas of diplomatic letters and resolutions run to nine words.
    private const int LongestSharedRun = 10;

    [Fact]
    public void Shares_no_words_with_the_reports_it_is_judged_on()
    {
        var folder = Path.Combine(Repository.Root, "..", "shared", "truth");
        if (!Directory.Exists(folder))
        {
            return; // The truths are not part of the repository; without them there is nothing to compare.
        }

        var judged = Directory.GetFiles(folder, "*.json")
            .SelectMany(file => TruthFile.Read(Path.GetFileName(file), File.ReadAllText(file)).Document.Passages)
            .SelectMany(passage => Shingles(passage.Text, LongestSharedRun)).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(judged);
        Assert.Empty(Passages.Where(passage => Shingles(passage.Text, LongestSharedRun).Overlaps(judged)).Select(passage => passage.Text));
    }

    private static HashSet<string> Shingles(string text, int length = 5)
    {
        var words = Tokenizer.Tokenize(text).Select(token => token.Word).ToArray();
        return Enumerable.Range(0, Math.Max(0, words.Length - length + 1)).Select(i => string.Join(' ', words[i..(i + length)])).ToHashSet(StringComparer.Ordinal);
    }
}
