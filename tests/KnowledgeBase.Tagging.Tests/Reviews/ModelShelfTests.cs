using KnowledgeBase.Tagging.Learning;
using KnowledgeBase.Tagging.Reviews;

namespace KnowledgeBase.Tagging.Tests.Reviews;

public sealed class ModelShelfTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "shelf-" + Guid.NewGuid().ToString("N"));
    private readonly LinearModel delivered = DefaultModel.Load();

    [Fact]
    public void Uses_the_delivered_model_while_it_is_empty() => Assert.Equal(delivered.Name, new ModelShelf(folder).Current().Name);

    [Fact]
    public void Uses_the_newest_and_goes_back_to_the_one_before()
    {
        var shelf = new ModelShelf(folder);
        shelf.Install(Named('1'));
        shelf.Install(Named('2'));

        Assert.Equal('2', shelf.Current().Origin.DataHash[0]);
        Assert.Equal('1', shelf.Rollback()!.Origin.DataHash[0]);
        Assert.Equal(delivered.Name, shelf.Rollback()!.Name);
        Assert.Null(shelf.Rollback());
    }

    [Fact]
    public void Keeps_the_last_three()
    {
        var shelf = new ModelShelf(folder);
        foreach (var digit in "12345")
        {
            shelf.Install(Named(digit));
        }

        Assert.Equal(3, shelf.Files.Count);
        Assert.Equal('5', shelf.Current().Origin.DataHash[0]);
        shelf.Rollback();
        Assert.Equal('3', shelf.Rollback()!.Origin.DataHash[0]);
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private LinearModel Named(char digit) =>
        new(delivered.Origin with { DataHash = new string(digit, 64) }, delivered.Labels, delivered.Keys, delivered.Weights);
}
