using KnowledgeBase.Tagging.Text;

namespace KnowledgeBase.Tagging.Learning;

/// <summary>Words, pairs of words, and the first and last letters of words; each counts once per passage.</summary>
internal static class WordFeatures
{
    private const int StemLetters = 5;
    private const int EndingLetters = 3;
    private const string Figure = "0";

    public static void Add(PassageInContext passage, List<Feature> features)
    {
        var seen = new HashSet<uint>();
        var tokens = passage.Tokens;
        var opening = true;
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = Normal(tokens[i]);
            Add(FeatureSpace.Word, new FeatureKey(FeatureSpace.Word).Add(word), tokens[i], tokens[i]);
            if (tokens[i].OpensClause)
            {
                Add(FeatureSpace.Opening, new FeatureKey(FeatureSpace.Opening).Add("clause").Add(word), tokens[i], tokens[i]);
                if (opening && !char.IsAsciiDigit(word[0]))
                {
                    Add(FeatureSpace.Opening, new FeatureKey(FeatureSpace.Opening).Add("first").Add(word), tokens[i], tokens[i]);
                    opening = false;
                }
            }

            // A pair across a full stop says nothing.
            if (i + 1 < tokens.Count && !tokens[i + 1].OpensClause)
            {
                Add(FeatureSpace.Bigram, new FeatureKey(FeatureSpace.Bigram).Add(word).Add(Normal(tokens[i + 1])), tokens[i], tokens[i + 1]);
            }

            if (word.Length > StemLetters)
            {
                Add(FeatureSpace.Letters, new FeatureKey(FeatureSpace.Letters).Add("<").Add(word.AsSpan(0, StemLetters)), tokens[i], tokens[i]);
                Add(FeatureSpace.Letters, new FeatureKey(FeatureSpace.Letters).Add(">").Add(word.AsSpan(word.Length - EndingLetters)), tokens[i], tokens[i]);
            }
        }

        void Add(FeatureSpace space, FeatureKey key, Token first, Token last)
        {
            if (seen.Add(key.Value))
            {
                features.Add(new(space, key.Value, 1, first.Start, last.End, null));
            }
        }
    }

    private static string Normal(Token token) => char.IsAsciiDigit(token.Word[0]) ? Figure : token.Word;
}
