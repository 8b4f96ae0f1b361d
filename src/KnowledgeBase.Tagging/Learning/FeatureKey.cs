namespace KnowledgeBase.Tagging.Learning;

/// <summary>FNV-1a over UTF-16 code units with a final mix (murmur3's), so that keys are the same on every machine.</summary>
internal struct FeatureKey
{
    private uint hash;

    public FeatureKey(FeatureSpace space) => hash = (2166136261u ^ (uint)space) * 16777619u;

    public readonly uint Value
    {
        get
        {
            var mixed = hash ^ (hash >> 16);
            mixed *= 0x85ebca6bu;
            mixed ^= mixed >> 13;
            mixed *= 0xc2b2ae35u;
            return mixed ^ (mixed >> 16);
        }
    }

    public FeatureKey Add(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        // A separator, so that "ab"+"c" and "a"+"bc" differ.
        hash = (hash ^ 0x1fu) * 16777619u;
        return this;
    }
}
