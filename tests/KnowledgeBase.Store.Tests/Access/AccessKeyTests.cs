using KnowledgeBase.Documents;
using KnowledgeBase.Store.Access;

namespace KnowledgeBase.Store.Tests.Access;

public sealed class AccessKeyTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Opens_with_the_key_and_with_no_other()
    {
        using var store = folder.Open();
        Assert.False(store.Keys.Any);
        var key = store.Keys.Create("Ana", AccessRole.Editor);

        Assert.Equal(("Ana", AccessRole.Editor), (store.Keys.Find(key)!.Name, store.Keys.Find(key)!.Role));
        Assert.Null(store.Keys.Find(key + "x"));
        Assert.Null(store.Keys.Find(""));
        Assert.True(store.Keys.Any);
    }

    [Fact]
    public void Is_stored_nowhere_in_the_data_folder()
    {
        string key;
        using (var store = folder.Open())
        {
            key = store.Keys.Create("Ana", AccessRole.Reader);
        }

        foreach (var file in Directory.EnumerateFiles(folder.Data, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain(key, File.ReadAllText(file, System.Text.Encoding.Latin1), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Opens_nothing_once_withdrawn_and_its_name_is_not_given_again()
    {
        using var store = folder.Open();
        var key = store.Keys.Create("Ana", AccessRole.Admin);

        Assert.True(store.Keys.Revoke("Ana"));
        Assert.False(store.Keys.Revoke("Ana"));

        Assert.Null(store.Keys.Find(key));
        Assert.NotNull(Assert.Single(store.Keys.List()).RevokedAt);
        Assert.Equal("key-name", Assert.Throws<RejectedInputException>(() => store.Keys.Create("Ana", AccessRole.Reader)).Problem.Code);
    }

    [Fact]
    public void Logs_acts_newest_first()
    {
        using var store = folder.Open();
        store.Acts.Note("Ana", "document.remove", "0123456789ab", null);
        store.Acts.Note("Ben", "review.record", "0123456789abcdef", "kind challenge reject");

        Assert.Equal([("Ben", "review.record"), ("Ana", "document.remove")], store.Acts.Last(10).Select(a => (a.Person, a.What)));
        Assert.Equal("Ben", Assert.Single(store.Acts.Last(1)).Person);
    }
}
