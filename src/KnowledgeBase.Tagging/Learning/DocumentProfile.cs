namespace KnowledgeBase.Tagging.Learning;

/// <summary>What a whole document speaks of: how often each theme's and addressee's cues occur per passage.</summary>
/// <param name="Shares">By cue label ("theme.trust", "addressee.states"), in ordinal order: share of the passages with such a cue, 0 to 1.</param>
internal sealed record DocumentProfile(IReadOnlyList<(string Label, double Share)> Shares)
{
    /// <summary>Counts the cues of a document's passages.</summary>
    public static DocumentProfile Of(IReadOnlyList<PassageAnalysis> passages)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            var labels = passage.Hits
                .Select(hit => passage.Lexicon!.Groups[hit.Group].Label).Where(label => label.Contains('.', StringComparison.Ordinal));
            foreach (var label in labels.Distinct(StringComparer.Ordinal))
            {
                counts[label] = counts.GetValueOrDefault(label) + 1;
            }
        }

        return new(counts.Select(pair => (pair.Key, (double)pair.Value / passages.Count)).ToList());
    }
}
