using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Assembly;

/// <summary>Ties each footnote to the passage whose mark calls it.</summary>
internal static class FootnoteLinker
{
    /// <summary>
    /// A number may come back where numbering starts again (by page or chapter): the marks of one number and the notes of one number
    /// are paired in order when they are equally many, else each note takes the nearest mark of its number, before it if there is one.
    /// </summary>
    /// <param name="passages">In reading order.</param>
    /// <param name="notes">With the number of passages that stand before each.</param>
    public static IReadOnlyList<Footnote> Link(IReadOnlyList<Passage> passages, IReadOnlyList<(Footnote Note, int Before)> notes)
    {
        var marks = passages.SelectMany((p, i) => p.FootnoteRefs.Select(r => (r.Number, Passage: i)))
            .ToLookup(m => m.Number, m => m.Passage, StringComparer.Ordinal);
        var order = notes.Select((n, i) => (n.Note.Number, Index: i)).ToLookup(n => n.Number, n => n.Index, StringComparer.Ordinal);
        var linked = notes.Select(n => n.Note).ToList();
        foreach (var sameNumber in order)
        {
            var places = marks[sameNumber.Key].ToList();
            var indexes = sameNumber.ToList();
            for (var n = 0; n < indexes.Count && places.Count > 0; n++)
            {
                var place = places.Count == indexes.Count ? places[n] : Nearest(places, notes[indexes[n]].Before);
                linked[indexes[n]] = linked[indexes[n]] with { CitedBy = passages[place].Id };
            }
        }

        return linked;
    }

    private static int Nearest(List<int> places, int before) =>
        places.OrderBy(p => p < before ? before - p : (p - before + 1) * 4).First();
}
