using KnowledgeBase.Tagging.Labels;
using KnowledgeBase.Tagging.Learning;

namespace KnowledgeBase.Tagging.Tests.Learning;

public sealed class TrainerTests
{
    private static readonly LabelledDocument[] Few = LabelFile.ReadFolder(Repository.Labels)
        .GroupBy(document => document.Group).Take(3).SelectMany(group => group.Take(4)).ToArray();

    [Fact]
    public void Gives_the_same_bytes_for_the_same_labels() =>
        Assert.Equal(ModelFile.Write(Fit(Few)), ModelFile.Write(Fit(Few)));

    [Fact]
    public void Gives_another_hash_when_one_label_changes()
    {
        var changed = Few.ToArray();
        var (id, labels) = changed[0].Labels.First();
        changed[0] = changed[0] with
        {
            Labels = changed[0].Labels.ToDictionary(
                pair => pair.Key, pair => pair.Key == id ? new PassageLabels(labels.Asserted.Append("trust").Append("lesson").ToHashSet(), labels.Arguable) : pair.Value),
        };

        Assert.NotEqual(Trainer.Hash(Few), Trainer.Hash(changed));
    }

    [Fact]
    public void Needs_labels_of_two_groups() =>
        Assert.Throws<ArgumentException>(() => Fit(Few.Where(document => document.Group == Few[0].Group).ToArray()));

    [Fact]
    public void Scores_every_example_once_without_its_group()
    {
        var trainer = new Trainer(new() { MostSteps = 5 });
        var examples = trainer.Examples(Few);

        var scores = trainer.HeldOut(examples, CancellationToken.None);

        Assert.Equal(examples.Order(ByIdentity), scores.Select(score => score.Example).Order(ByIdentity));
    }

    [Fact]
    public void Stops_when_cancelled() =>
        Assert.ThrowsAny<OperationCanceledException>(() => new Trainer(new()).Fit(Few, new CancellationToken(canceled: true)));

    private static LinearModel Fit(IReadOnlyList<LabelledDocument> documents) =>
        new Trainer(new() { MostSteps = 5 }).Fit(documents, CancellationToken.None);

    private static readonly Comparer<TrainingExample> ByIdentity = Comparer<TrainingExample>.Create((a, b) =>
        System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(a).CompareTo(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(b)));
}
