using KnowledgeBase.Tagging.Rules;

namespace KnowledgeBase.Tagging.Learning;

/// <summary>Groups of cue words: whether, how often and where they occur, and who is spoken to.</summary>
internal static class CueFeatures
{
    private const int SubjectReach = 14;
    private const int ObjectReach = 10;

    public static void Add(PassageAnalysis analysis, List<Feature> features)
    {
        var sentences = Math.Max(1, analysis.SentenceStarts.Count);
        foreach (var group in analysis.Hits.GroupBy(hit => hit.Group).OrderBy(group => group.Key))
        {
            var hits = group.OrderBy(hit => hit.FirstToken).ToArray();
            var name = analysis.GroupOf(hits[0]);
            Add(FeatureSpace.Cue, name, "", 1, hits[0]);
            if (hits.Length > 1)
            {
                Add(FeatureSpace.Cue, name, "again", MathF.Log(hits.Length), hits[1]);
            }

            var places = hits.Select(hit => analysis.SentenceOf(hit.FirstToken)).Distinct().ToArray();
            Add(FeatureSpace.CueSpread, name, "share", (float)places.Length / sentences, hits[0]);
            if (places[0] == 0)
            {
                Add(FeatureSpace.CueSpread, name, "first", 1, hits[0]);
            }

            if (places[^1] == sentences - 1)
            {
                Add(FeatureSpace.CueSpread, name, "last", 1, hits[^1]);
            }
        }

        AddAddressed(analysis, features);

        void Add(FeatureSpace space, string name, string what, float value, CueHit hit) =>
            features.Add(new(space, new FeatureKey(space).Add(name).Add(what).Value, value, hit.Start, hit.End, null));
    }

    private static void AddAddressed(PassageAnalysis analysis, List<Feature> features)
    {
        var seen = new HashSet<uint>();
        foreach (var advice in analysis.Hits)
        {
            var group = analysis.Lexicon!.Groups[advice.Group];
            if (group.Label != "recommendation" || group.Weight < 0)
            {
                continue;
            }

            var sentence = analysis.SentenceOf(advice.FirstToken);
            foreach (var actor in analysis.Hits)
            {
                var label = analysis.Lexicon.Groups[actor.Group].Label;
                var distance = actor.FirstToken - advice.FirstToken;
                if (!label.StartsWith("addressee.", StringComparison.Ordinal) || analysis.SentenceOf(actor.FirstToken) != sentence)
                {
                    continue;
                }

                var place = distance is < 0 and >= -SubjectReach ? "before" : distance is > 0 and <= ObjectReach ? "after" : null;
                var key = place is null ? default : new FeatureKey(FeatureSpace.Addressed).Add(label).Add(group.Name).Add(place);
                if (place is not null && seen.Add(key.Value))
                {
                    features.Add(new(FeatureSpace.Addressed, key.Value, 1, actor.Start, actor.End, null));
                }
            }
        }
    }
}
