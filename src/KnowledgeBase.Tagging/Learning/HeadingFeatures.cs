using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Rules;
using KnowledgeBase.Tagging.Text;

namespace KnowledgeBase.Tagging.Learning;

/// <summary>What the headings above a passage say.</summary>
internal static class HeadingFeatures
{
    public static IReadOnlyList<Feature> Of(PassageInContext passage, CueLexicon? lexicon)
    {
        var features = new List<Feature>();
        var seen = new HashSet<uint>();
        for (var i = 0; i < passage.HeadingPath.Count; i++)
        {
            var nearest = i == passage.HeadingPath.Count - 1 ? "nearest" : "above";
            var tokens = Tokenizer.Tokenize(passage.HeadingPath[i]);
            foreach (var token in tokens)
            {
                Add(FeatureSpace.Heading, token.Word, nearest, token.Word);
            }

            if (lexicon is null)
            {
                continue;
            }

            // Both the heading groups and the groups for running text: "To donors" names an addressee.
            foreach (var hit in lexicon.Find(tokens, headings: true).Concat(lexicon.Find(tokens, headings: false)))
            {
                var group = lexicon.Groups[hit.Group];
                Add(FeatureSpace.HeadingCue, group.Key, nearest, passage.HeadingPath[i][hit.Start..hit.End]);
            }
        }

        if (passage.SectionKind is { } kind)
        {
            // The same feature as the heading's own words give, so that it means the same where only one of the two is known.
            Add(FeatureSpace.HeadingCue, SectionLabels.Of(kind) + ".heading", "nearest", passage.HeadingPath.Count > 0 ? passage.HeadingPath[^1] : SectionLabels.Of(kind));
        }

        if (passage.HeadingPath.Count == 0)
        {
            Add(FeatureSpace.HeadingCue, "", "none", "no heading");
        }

        return features;

        void Add(FeatureSpace space, string what, string where, string name)
        {
            var key = new FeatureKey(space).Add(what).Add(where).Value;
            if (seen.Add(key))
            {
                features.Add(new(space, key, 1, -1, -1, name));
            }
        }
    }
}
