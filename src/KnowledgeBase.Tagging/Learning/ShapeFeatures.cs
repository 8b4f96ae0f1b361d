namespace KnowledgeBase.Tagging.Learning;

/// <summary>What can be said of a passage without understanding it: role, length, figures, tense, person, punctuation.</summary>
internal static class ShapeFeatures
{
    public static void Add(PassageAnalysis analysis, List<Feature> features)
    {
        var passage = analysis.Passage;
        var tokens = passage.Tokens;
        var words = Math.Max(1, tokens.Count);
        Add("role " + passage.Role, 1);
        Add("language " + passage.Language, 1);
        Add("words", MathF.Log(words) / 5);
        Add(words < 12 ? "very short" : words < 30 ? "short" : words < 70 ? "middling" : "long", 1);
        Add("sentences", MathF.Log(1 + analysis.SentenceStarts.Count));
        if (passage.Numbered)
        {
            Add("numbered", 1);
        }

        if (passage.Text.Contains('?', StringComparison.Ordinal))
        {
            Add("question", 1);
        }

        if (passage.Text.TrimEnd().EndsWith(':'))
        {
            Add("ends with a colon", 1);
        }

        if (!passage.Text.TrimEnd().EndsWith('.'))
        {
            Add("no full stop at the end", 1);
        }

        var figures = tokens.Count(token => char.IsAsciiDigit(token.Word[0]));
        var years = tokens.Count(token => token.Word.Length == 4 && token.Word[0] is '1' or '2' && token.Word.All(char.IsAsciiDigit));
        var names = tokens.Count(token => !token.OpensClause && char.IsUpper(passage.Text[token.Start]));
        Add("share of figures", Math.Min(1, 8f * figures / words));
        Add("share of years", Math.Min(1, 12f * years / words));
        Add("share of names", Math.Min(1, 3f * names / words));
        if (passage.Language == "en")
        {
            var past = tokens.Count(token => token.Word is "was" or "were" or "had" or "did" || (token.Word.Length > 4 && token.Word.EndsWith("ed", StringComparison.Ordinal)));
            var present = tokens.Count(token => token.Word is "is" or "are" or "has" or "have" or "do" or "does");
            var future = tokens.Count(token => token.Word is "will" or "shall");
            var person = tokens.Count(token => token.Word is "i" or "we" or "our" or "my" or "us");
            Add("past", Math.Min(1, 8f * past / words));
            Add("present", Math.Min(1, 8f * present / words));
            Add("future", Math.Min(1, 8f * future / words));
            Add("first person", Math.Min(1, 8f * person / words));
        }

        void Add(string name, float value) => ShapeFeatures.Add(features, name, value);
    }

    private static void Add(List<Feature> features, string name, float value) =>
        features.Add(new(FeatureSpace.Shape, new FeatureKey(FeatureSpace.Shape).Add(name).Value, value, -1, -1, name));
}
