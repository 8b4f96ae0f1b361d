using KnowledgeBase.Web.Images;

namespace KnowledgeBase.Web.Tests.Images;

public sealed class ImageShelfTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"kb-shelf-{Guid.NewGuid():N}");
    private readonly DateTime start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Keeps_what_was_asked_for_last_and_stays_under_its_size()
    {
        var shelf = new ImageShelf(folder, maxBytes: 1000);
        foreach (var (name, minute) in new[] { ("a", 0), ("b", 1), ("c", 2) })
        {
            Put(shelf, name, 300);
            shelf.Take(name, start.AddMinutes(minute));
        }

        // a is asked for again, so b has waited longest when the fourth exceeds 1000 bytes; room is made down to 800.
        Assert.True(shelf.Take("a", start.AddMinutes(3)));
        Put(shelf, "d", 300);
        Assert.Equal(["a", "d"], new[] { "a", "b", "c", "d" }.Where(name => shelf.Take(name, start.AddMinutes(4))));
    }

    [Fact]
    public void Counts_what_an_earlier_run_left()
    {
        Put(new ImageShelf(folder, maxBytes: 10_000), "old", 900);
        var shelf = new ImageShelf(folder, maxBytes: 1000);
        Put(shelf, "new", 200);
        Assert.False(shelf.Take("old", start));
        Assert.True(shelf.Take("new", start));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void Put(ImageShelf shelf, string name, int length)
    {
        var made = shelf.NewStem() + ".png";
        File.WriteAllBytes(made, new byte[length]);
        shelf.Put(made, name);
    }
}
