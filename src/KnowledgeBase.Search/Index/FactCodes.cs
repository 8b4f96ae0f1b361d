using KnowledgeBase.Documents;

namespace KnowledgeBase.Search.Index;

/// <summary>
/// Turns the words of facts into codes and masks. Few words differ among half a million passages, so each is looked at once. Not safe to use
/// from several threads.
/// </summary>
internal sealed class FactCodes
{
    private readonly Dictionary<string, byte> roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> themes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> addressees = new(StringComparer.Ordinal);

    public byte Role(string word) => Once(roles, word, static w => (byte)EnumWords.Find<PassageRole>(w)!.Value);

    public int Kinds(string labels) => Once(kinds, labels, static l => PassageColumns.Mask(TagSet.Kinds, l));

    public int Themes(string labels) => Once(themes, labels, static l => PassageColumns.Mask(TagSet.Themes, l));

    public int Addressees(string labels) => Once(addressees, labels, PassageColumns.AddresseeMask);

    private static T Once<T>(Dictionary<string, T> known, string words, Func<string, T> read)
    {
        if (!known.TryGetValue(words, out var code))
        {
            known.Add(words, code = read(words));
        }

        return code;
    }
}
