using KnowledgeBase.Documents;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Search.Index;

/// <summary>
/// Answers a query from the matches of its parts: joins them as the query says, filters, counts and orders. Engines differ only in where
/// the matches of a part come from.
/// </summary>
/// <param name="columns">The passages.</param>
/// <param name="arena">Lends the match sets; to be disposed of after the answer.</param>
/// <param name="matches">The weighted matches of one part among the visible passages.</param>
/// <param name="view">Who asks: which passages take part.</param>
/// <param name="cancellation">Stops between parts.</param>
public sealed class Evaluator(
    PassageColumns columns, MatchArena arena, Func<MatchNode, MatchSet> matches, Viewpoint view, CancellationToken cancellation)
{
    // Two sets are sooner merged than added up over all passages.
    private const int FewParts = 2;

    private static readonly HashSet<long> NoRows = [];

    // Scraps of tables and lists of names have vectors near to everything short: they are found by their words, not by meaning.
    private static readonly byte[] FoundByWordsAlone = [(byte)PassageRole.Table, (byte)PassageRole.Boilerplate, (byte)PassageRole.Reference];

    private readonly Func<int, bool> visible = PassageFilter.Visible(columns, view);

    /// <summary>The passages that match, filters of the query left aside. What parts were lent goes back as soon as they are joined.</summary>
    public MatchSet Evaluate(IndexNode node)
    {
        cancellation.ThrowIfCancellationRequested();
        return node switch
        {
            MatchNode part => matches(part),
            HoldsNode holds => All(Prepared(holds.Filter).Holds),
            AnyNode any => EvaluateAny(any.Parts),
            AllNode all => EvaluateAll(all.Parts),
            ComplementNode complement => Joined(All(_ => true), complement.Part, (all, part) => all.Except(part)),
            PreferNode prefer => Joined(Evaluate(prefer.Must), prefer.Better, (must, better) => must.Plus(better)),
            EverythingNode => All(_ => true),
            _ => throw new InvalidOperationException($"Unknown part of a query: {node.GetType().Name}."),
        };
    }

    /// <summary>Filters, counts and orders what matched.</summary>
    public IndexAnswer Answer(MatchSet found, IndexQuery query)
    {
        var filters = query.Filters.Select(Prepared).ToArray();
        var facets = query.Facets.Distinct().Select(f => (Field: f, Counter: FacetCounter.Of(f, columns, view))).ToArray();
        var best = new TopHits(columns, query.Order, query.Offset + query.Limit);
        var passed = query.Meaning is null ? MatchSet.Empty : arena.Rent(found.Count);
        var total = 0;
        for (var i = 0; i < found.Count; i++)
        {
            var ordinal = found.Ordinals[i];
            var (failed, field) = Failures(filters, ordinal);
            if (failed == 0)
            {
                if (query.Meaning is null)
                {
                    best.Offer(ordinal, found.Scores[i]);
                }
                else
                {
                    passed.Ordinals[total] = ordinal;
                    passed.Scores[total] = found.Scores[i];
                }

                total++;
            }

            foreach (var (facet, counter) in facets)
            {
                if (failed == 0 || (failed == 1 && facet == field))
                {
                    counter.Add(ordinal, adds: failed == 1);
                }
            }
        }

        var added = query.Meaning is { } meaning ? Order(passed with { Count = total }, meaning, filters, best) : NoRows;
        return new(
            total,
            [.. best.Page(query.Offset).Select(hit => hit with { ByMeaningAlone = added.Contains(hit.Row) })],
            facets.ToDictionary(f => f.Field, f => f.Counter.Top(query.FacetValues, chosen: query.Filters.Any(filter => filter.Field == f.Field))))
        {
            Added = added.Count,
            Newest = columns.Newest(query.Audience),
        };
    }

    private IReadOnlySet<long> Order(MatchSet passed, MeaningRequest meaning, PassageFilter[] filters, TopHits best)
    {
        PassageFilter[] all = [.. filters, .. (meaning.AddWithin ?? []).Select(Prepared)];
        bool MayAdd(int ordinal) =>
            visible(ordinal) && !FoundByWordsAlone.Contains(columns.Roles[ordinal]) && Array.TrueForAll(all, f => f.Holds(ordinal));
        return new MeaningOrder(columns, meaning, MayAdd, cancellation).Offer(passed, best);
    }

    // How many fields fail, and which; two filters on one field fail as one.
    private static (int Count, FilterField Field) Failures(PassageFilter[] filters, int ordinal)
    {
        var count = 0;
        var field = default(FilterField);
        foreach (var filter in filters)
        {
            if (filter.Holds(ordinal) || (count > 0 && field == filter.Field))
            {
                continue;
            }

            field = filter.Field;
            if (++count > 1)
            {
                break;
            }
        }

        return (count, field);
    }

    private MatchSet EvaluateAny(IReadOnlyList<IndexNode> parts)
    {
        if (parts.Count <= FewParts)
        {
            return parts.Select(Evaluate).Aggregate((a, b) => a.Or(arena, b));
        }

        using var sum = new ScoreSum(columns.Count);
        foreach (var part in parts)
        {
            var mark = arena.Mark;
            sum.Add(Evaluate(part));
            arena.Release(mark);
        }

        return sum.Sum(arena);
    }

    private MatchSet EvaluateAll(IReadOnlyList<IndexNode> parts)
    {
        MatchSet? found = null;
        foreach (var part in parts.Where(p => p is not (HoldsNode or ComplementNode)))
        {
            found = found is { } before ? Joined(before, part, (left, right) => left.And(right)) : Evaluate(part);
            if (found.Value.Count == 0)
            {
                return MatchSet.Empty;
            }
        }

        var filters = parts.OfType<HoldsNode>().Select(p => Prepared(p.Filter)).ToArray();
        var rest = found ?? All(_ => true);
        rest = filters.Length > 0 ? rest.Where(o => Array.TrueForAll(filters, f => f.Holds(o))) : rest;
        return parts.OfType<ComplementNode>().Aggregate(
            rest, (left, part) => part.Part is HoldsNode not ? left.Where(Not(not.Filter)) : Joined(left, part.Part, (kept, gone) => kept.Except(gone)));
    }

    // What is joined into the arrays of the first set needs those of the other no longer.
    private MatchSet Joined(MatchSet first, IndexNode part, Func<MatchSet, MatchSet, MatchSet> join)
    {
        var mark = arena.Mark;
        var joined = join(first, Evaluate(part));
        arena.Release(mark);
        return joined;
    }

    private PassageFilter Prepared(SearchFilter filter) => PassageFilter.Of(filter, columns, view);

    private Func<int, bool> Not(SearchFilter filter)
    {
        var prepared = Prepared(filter);
        return ordinal => !prepared.Holds(ordinal);
    }

    private MatchSet All(Func<int, bool> holds)
    {
        var (ordinals, scores, _) = arena.Rent(columns.Count);
        var kept = 0;
        for (var i = 0; i < columns.Count; i++)
        {
            if (visible(i) && holds(i))
            {
                ordinals[kept] = i;
                scores[kept++] = 0;
            }
        }

        return new(ordinals, scores, kept);
    }
}
