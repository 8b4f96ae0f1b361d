using KnowledgeBase.Search.Meaning;

namespace KnowledgeBase.Search.Tests.Meaning;

public sealed class VectorBuilderTests : IDisposable
{
    private readonly SearchFolder _folder = new();
    private readonly LetterEncoder _encoder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Gives_each_passage_a_vector_once()
    {
        _folder.Save(new Paper("a.txt", "Trust is slow.", "Rain fell."));

        Assert.Equal(2, Build());
        Assert.Equal(0, Build());

        _folder.Save(new Paper("b.txt", "Donors pay."));
        Assert.Equal(1, _folder.Store.Vectors.CountLacking("letters-1"));
        Assert.Equal(1, Build());
        Assert.Equal(3, _encoder.Encoded);
    }

    [Fact]
    public void Goes_on_where_a_stopped_run_was()
    {
        _folder.Save(new Paper("a.txt", [.. Enumerable.Range(0, 600).Select(i => new Words($"Passage {i}."))]));
        using var stop = new CancellationTokenSource();
        var seen = new List<VectorProgress>();

        Assert.ThrowsAny<OperationCanceledException>(() => new VectorBuilder(_folder.Store.Vectors, _encoder).Run(
            new Told(progress =>
            {
                seen.Add(progress);
                if (progress.Done > 0)
                {
                    stop.Cancel();
                }
            }),
            stop.Token));

        var saved = _folder.Store.Vectors.Count("letters-1");
        Assert.InRange(saved, 1, 599);
        Assert.Equal([new VectorProgress(0, 600), new VectorProgress(saved, 600)], seen);
        Assert.Equal(600 - saved, Build());
        Assert.Equal(600, _encoder.Encoded);
    }

    [Fact]
    public void Makes_vectors_anew_for_another_model()
    {
        _folder.Save(new Paper("a.txt", "Trust is slow."));
        Build();

        Assert.Equal(1, new VectorBuilder(_folder.Store.Vectors, new LetterEncoder("letters-2")).Run(null, CancellationToken.None));
        Assert.Equal(0, _folder.Store.Vectors.Count("letters-1"));
    }

    [Fact]
    public void A_replaced_document_loses_its_old_vectors()
    {
        _folder.Save(new Paper("a.txt", "Trust is slow.", "Rain fell."));
        Build();
        _folder.Save(new Paper("a.txt", "Snow fell."));

        Assert.Equal((0, 1), (_folder.Store.Vectors.Count("letters-1"), _folder.Store.Vectors.CountLacking("letters-1")));
    }

    [Fact]
    public void The_index_in_memory_takes_in_what_is_made_and_finds_it()
    {
        var index = new MeaningIndex(_folder.Store.Vectors, _encoder);
        _folder.Save(new Paper("a.txt", "aaa bbb", "ccc"));
        Build();
        index.Follow();
        _folder.Save(new Paper("b.txt", "aab"));
        Build();
        Assert.Equal(2, index.Count);
        index.Follow();

        var hits = index.Ask("aab").Nearest(3, _ => true, CancellationToken.None);

        Assert.Equal(3, index.Count);
        Assert.Equal(["aab", "aaa bbb", "ccc"], _folder.Store.Passages.ByRows([.. hits.Select(hit => hit.Row)]).Select(p => p.Passage.Text));
        Assert.Equal(hits[1].Cosine, index.Ask("aab").Cosine(hits[1].Row));
        Assert.Null(index.Ask("aab").Cosine(999_999));
    }

    private int Build() => new VectorBuilder(_folder.Store.Vectors, _encoder).Run(null, CancellationToken.None);

    private sealed class Told(Action<VectorProgress> tell) : IProgress<VectorProgress>
    {
        public void Report(VectorProgress value) => tell(value);
    }
}
