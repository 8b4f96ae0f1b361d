using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Names;

namespace KnowledgeBase.Search.Index;

/// <summary>An array for each of what filters, facets and orders need of a passage.</summary>
/// <param name="count">Number of passages.</param>
internal sealed class PassageArrays(int count)
{
    public long[] Rows { get; } = new long[count];

    public byte[] Roles { get; } = new byte[count];

    public int[] Kinds { get; } = new int[count];

    public int[] Themes { get; } = new int[count];

    public int[] Addressees { get; } = new int[count];

    public string?[] Languages { get; } = new string?[count];

    public TextLanguages[] TextLanguages { get; } = new TextLanguages[count];

    public bool[] Reviewed { get; } = new bool[count];

    public int[] Sections { get; } = new int[count];

    public PassageNames[] Names { get; } = new PassageNames[count];

    /// <summary>Copies some passages to others.</summary>
    public void Copy(int from, int length, PassageArrays target, int at)
    {
        Array.Copy(Rows, from, target.Rows, at, length);
        Array.Copy(Roles, from, target.Roles, at, length);
        Array.Copy(Kinds, from, target.Kinds, at, length);
        Array.Copy(Themes, from, target.Themes, at, length);
        Array.Copy(Addressees, from, target.Addressees, at, length);
        Array.Copy(Languages, from, target.Languages, at, length);
        Array.Copy(TextLanguages, from, target.TextLanguages, at, length);
        Array.Copy(Reviewed, from, target.Reviewed, at, length);
        Array.Copy(Sections, from, target.Sections, at, length);
        Array.Copy(Names, from, target.Names, at, length);
    }
}
