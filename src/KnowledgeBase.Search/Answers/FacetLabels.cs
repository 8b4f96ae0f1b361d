using KnowledgeBase.Documents;
using KnowledgeBase.Search.Index;
using KnowledgeBase.Search.Names;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Answers;

/// <summary>Gives the values of facets the names by which people know them.</summary>
internal static class FacetLabels
{
    /// <summary>The facets as an answer shows them, by the names of their fields.</summary>
    /// <param name="found">Counted values by field.</param>
    /// <param name="infos">All documents.</param>
    /// <param name="audience">Who asks: a document hidden since it was counted is not named.</param>
    public static Dictionary<string, IReadOnlyList<FacetCount>> Write(
        IReadOnlyDictionary<FilterField, IReadOnlyList<FacetValue>> found, IReadOnlyDictionary<DocumentId, DocumentInfo> infos, Visibility audience)
    {
        var facets = new Dictionary<string, IReadOnlyList<FacetCount>>(StringComparer.Ordinal);
        foreach (var (field, values) in found)
        {
            Func<string, string?> label = field switch
            {
                FilterField.Document => OfDocuments([.. values.Select(v => infos.GetValueOrDefault(new(v.Value))).OfType<DocumentInfo>().Where(info => info.Visibility <= audience)]).GetValueOrDefault,
                FilterField.Process => PeaceProcesses.BuiltIn.LabelOf,
                _ => _ => null,
            };
            facets[FieldValues.NameOf(field)] = [.. values.Select(v => new FacetCount(v.Value, v.Count) { Adds = v.Adds, Label = label(v.Value) })];
        }

        return facets;
    }

    // Reports of one series often have one title: those are told apart by their numbers, then by their files, then by their ids.
    private static Dictionary<string, string> OfDocuments(IReadOnlyList<DocumentInfo> documents)
    {
        Func<DocumentInfo, string>[] names =
        [
            info => info.Title ?? info.Source.FileName,
            info => $"{info.Title ?? info.Source.FileName} ({info.Number ?? info.Source.FileName})",
            info => $"{info.Title ?? info.Source.FileName} ({info.Source.FileName})",
            info => $"{info.Title ?? info.Source.FileName} ({info.Id})",
        ];
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            foreach (var alone in documents.Where(info => !labels.ContainsKey(info.Id.Value)).GroupBy(name, StringComparer.Ordinal).Where(same => same.Count() == 1).SelectMany(same => same).ToList())
            {
                labels[alone.Id.Value] = name(alone);
            }
        }

        return labels;
    }
}
