using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Tests.Index;

/// <summary>A long question holds no more at once than a short one: at half a million passages each part is megabytes.</summary>
public sealed class EvaluatorTests
{
    private static readonly MatchNode[] Many = [.. Enumerable.Range(0, 500).Select(i => new MatchNode([WordPattern.Of($"word{i}", stemmed: true, TextLanguages.English)], WordPlace.Anywhere))];

    [Theory]
    [InlineData("any")]
    [InlineData("all")]
    [InlineData("none")]
    [InlineData("nested")]
    public void Gives_back_what_parts_were_lent_once_they_are_joined(string how)
    {
        IndexNode query = how switch
        {
            "any" => new AnyNode(Many),
            "all" => new AllNode(Many),
            "none" => new AllNode([Many[0], .. Many.Skip(1).Select(part => new ComplementNode(part))]),
            _ => new AnyNode([.. Many.Chunk(10).Select(ten => new PreferNode(new AllNode(ten), new AnyNode(ten)))]),
        };
        using var arena = new MatchArena();
        var most = 0;
        MatchSet Matches(MatchNode part)
        {
            // What an engine needs on its way stays lent too.
            arena.Rent(4);
            var set = arena.Rent(4);
            most = Math.Max(most, arena.Mark);
            return set with { Count = how == "all" ? 1 : 0 };
        }

        new Evaluator(PassageColumns.Empty, arena, Matches, Visibility.Restricted, CancellationToken.None).Evaluate(query);

        Assert.InRange(most, 1, 8);
        Assert.InRange(arena.Mark, 0, 3);
    }
}
