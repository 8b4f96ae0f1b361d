using System.Text;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Care;
using KnowledgeBase.Store.Index;

namespace KnowledgeBase.Search.Index;

/// <summary>
/// The passage index in the store's own file: SQLite FTS5 finds and weighs each part of a query, the parts are joined here. Documents enter
/// it in the transaction that saves them, so it never lags behind the store. The mean length of passages that FTS5 weighs by is that of the whole table,
/// whoever asks.
/// </summary>
public sealed class Fts5PassageIndex : IPassageIndex
{
    private readonly KnowledgeStore store;
    private PassageColumns columns = PassageColumns.Empty;

    /// <param name="store">The store; stays the caller's to dispose.</param>
    public Fts5PassageIndex(KnowledgeStore store) => this.store = store;

    /// <inheritdoc/>
    public string Engine => "fts5/1";

    /// <inheritdoc/>
    public long Generation => Volatile.Read(ref columns).Generation;

    /// <inheritdoc/>
    public void Follow(CancellationToken cancellation) => store.FullText.Read(Columns);

    /// <inheritdoc/>
    public int Rebuild(IProgress<CareProgress>? progress, CancellationToken cancellation) => store.Index.Rebuild(progress, cancellation);

    /// <inheritdoc/>
    public IndexAnswer Search(IndexQuery query, CancellationToken cancellation) => store.FullText.Read(snapshot =>
    {
        // Columns and words come from one snapshot, or a hit could have no columns.
        var current = Columns(snapshot);
        var visible = PassageFilter.Visible(current, query.View);
        using var arena = new MatchArena();
        var matcher = new Matcher(snapshot, current, arena, visible, query.View);
        var evaluator = new Evaluator(current.Within(query.Within), arena, matcher.Matches, query.View, cancellation);
        return evaluator.Answer(evaluator.Evaluate(query.Root), query);
    });

    /// <inheritdoc/>
    public IReadOnlyList<VocabularyWord> Vocabulary(Viewpoint view) => store.FullText.Read(snapshot =>
    {
        var words = snapshot.Vocabulary();
        if (Columns(snapshot).Documents.All(d => view.Sees(d.Info)))
        {
            return [.. words.Select(w => new VocabularyWord(w.Form, w.Passages))];
        }

        return VisibleWords.Count(snapshot, Columns(snapshot), view);
    });

    /// <inheritdoc/>
    public Thesaurus Terms(Viewpoint view) => store.FullText.Read(Columns).Terms(view);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private PassageColumns Columns(StoreSnapshot snapshot)
    {
        var current = Volatile.Read(ref columns);
        var followed = current.Follow(snapshot);
        if (followed != current && followed.Generation > current.Generation)
        {
            Interlocked.CompareExchange(ref columns, followed, current);
        }

        return followed;
    }

    /// <summary>Asks FTS5 for the patterns of one part.</summary>
    private sealed class Matcher(StoreSnapshot snapshot, PassageColumns columns, MatchArena arena, Func<int, bool> visible, Viewpoint view)
    {
        private readonly int seen = view.SeesAll ? columns.Count : Enumerable.Range(0, columns.Count).Count(visible);

        public MatchSet Matches(MatchNode part)
        {
            var found = MatchSet.Empty;
            foreach (var pattern in part.Patterns)
            {
                found = found.Or(arena, Matches(pattern, part.Place), greater: true);
            }

            return found.Times(part.Weight * Bm25.Rarity(found.Count, seen));
        }

        private MatchSet Matches(WordPattern pattern, WordPlace place)
        {
            var matches = snapshot.Match(Expression(pattern, place), Bm25.HeadingWeight);
            var rarity = Bm25.Fts5Rarity(matches.Count, columns.Count);
            var (ordinals, scores, _) = arena.Rent(matches.Count);
            var kept = 0;
            foreach (var match in matches)
            {
                var ordinal = columns.OrdinalOf(match.Row);
                if (visible(ordinal) && (columns.TextLanguages[ordinal] & pattern.Languages) != 0)
                {
                    ordinals[kept] = ordinal;
                    // FTS5 adds up the parts of a NEAR, each with a rarity of its own, which cannot be told apart again.
                    scores[kept++] = pattern.Sequences.Count == 1 ? (float)(match.Weight / rarity) : 1;
                }
            }

            return new(ordinals, scores, kept);
        }

        private static string Expression(WordPattern pattern, WordPlace place)
        {
            var expression = new StringBuilder();
            expression.Append((pattern.Stemmed, place) switch
            {
                (true, WordPlace.Heading) => "heading : ",
                (true, WordPlace.Text) => "text : ",
                (true, _) => "{heading text} : ",
                (false, WordPlace.Heading) => "heading_forms : ",
                (false, WordPlace.Text) => "text_forms : ",
                _ => "{heading_forms text_forms} : ",
            });
            if (pattern.Sequences.Count == 1)
            {
                return expression.Append(Quoted(pattern.Sequences[0])).ToString();
            }

            return expression.Append("NEAR(").AppendJoin(' ', pattern.Sequences.Select(Quoted))
                .Append(", ").Append(pattern.Distance).Append(')').ToString();
        }

        // Words hold no quotation mark (the tokenizer makes none), but what reaches a query language is never trusted.
        private static string Quoted(WordSequence sequence) =>
            $"\"{string.Join(' ', sequence.Words).Replace("\"", "", StringComparison.Ordinal)}\"{(sequence.Prefix ? " *" : "")}";
    }
}
