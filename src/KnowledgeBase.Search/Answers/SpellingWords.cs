using System.Collections.Concurrent;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Answers;

/// <summary>
/// The words among which near spellings are looked for. Gathering those of a large store takes a second, so they are kept for a minute, though
/// documents come and go meanwhile: each word is counted anew before it is offered, so nothing wrong and nothing hidden is. Safe to use from several threads.
/// </summary>
/// <param name="index">Has the words.</param>
/// <param name="time">The clock.</param>
internal sealed class SpellingWords(IPassageIndex index, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Visibility, Gathered> known = new();

    /// <summary>Words of passages that an audience might see a minute ago or less.</summary>
    public IReadOnlyList<VocabularyWord> Of(Visibility audience)
    {
        // One gathers for all of an audience who wait.
        var kept = known.GetOrAdd(audience, _ => new());
        lock (kept)
        {
            if (kept.Words is null || time.GetElapsedTime(kept.At) >= Kept)
            {
                (kept.Words, kept.At) = (index.Vocabulary(audience), time.GetTimestamp());
            }

            return kept.Words;
        }
    }

    private sealed class Gathered
    {
        public IReadOnlyList<VocabularyWord>? Words { get; set; }

        public long At { get; set; }
    }
}
