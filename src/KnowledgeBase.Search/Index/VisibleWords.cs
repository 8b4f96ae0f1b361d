using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Store.Index;

namespace KnowledgeBase.Search.Index;

/// <summary>Counts the words of the documents that take part, where the index's own counts would tell of others.</summary>
internal static class VisibleWords
{
    public static IReadOnlyList<VocabularyWord> Count(StoreSnapshot snapshot, PassageColumns columns, Viewpoint view)
    {
        var analyser = new PassageAnalyser();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in columns.Documents.Where(d => view.Sees(d.Info)))
        {
            foreach (var passage in analyser.Analyse(snapshot.Document(document.Info.Row)).Passages)
            {
                foreach (var form in passage.TextForms.Distinct(StringComparer.Ordinal))
                {
                    counts[form] = counts.GetValueOrDefault(form) + 1;
                }
            }
        }

        return [.. counts.Select(c => new VocabularyWord(c.Key, c.Value))];
    }
}
