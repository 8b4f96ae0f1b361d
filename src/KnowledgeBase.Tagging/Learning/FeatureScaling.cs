namespace KnowledgeBase.Tagging.Learning;

/// <summary>How strongly each feature space enters, so that a hundred words do not outweigh one clear cue.</summary>
internal static class FeatureScaling
{
    // Found by grouped cross-validation on the labels; halving or doubling any one of them changes little.
    private static readonly float[] Scales = new float[Enum.GetValues<FeatureSpace>().Length];

    static FeatureScaling()
    {
        Scales[(int)FeatureSpace.Word] = 1;
        Scales[(int)FeatureSpace.Bigram] = 1;
        Scales[(int)FeatureSpace.Letters] = 1;
        Scales[(int)FeatureSpace.Opening] = 0.5f;
        Scales[(int)FeatureSpace.Cue] = 0.5f;
        Scales[(int)FeatureSpace.CueSpread] = 0.5f;
        Scales[(int)FeatureSpace.Addressed] = 0.5f;
        Scales[(int)FeatureSpace.Heading] = 0.3f;
        Scales[(int)FeatureSpace.HeadingCue] = 0.5f;
        Scales[(int)FeatureSpace.LeadIn] = 0.3f;
        Scales[(int)FeatureSpace.Previous] = 0.2f;
        Scales[(int)FeatureSpace.Next] = 0.2f;
        Scales[(int)FeatureSpace.Profile] = 0.5f;
        Scales[(int)FeatureSpace.Shape] = 0.2f;
    }

    /// <summary>One value per feature; the spaces of words are first brought to length 1, each for itself.</summary>
    public static float[] Scale(IReadOnlyList<Feature> features)
    {
        Span<int> counts = stackalloc int[Scales.Length];
        foreach (var feature in features)
        {
            counts[(int)feature.Space]++;
        }

        var values = new float[features.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var space = features[i].Space;
            var length = space is FeatureSpace.Word or FeatureSpace.Bigram or FeatureSpace.Letters ? MathF.Sqrt(counts[(int)space]) : 1;
            values[i] = features[i].Value * Scales[(int)space] / length;
        }

        return values;
    }
}
