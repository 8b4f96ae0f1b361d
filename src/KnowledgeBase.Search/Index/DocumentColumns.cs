using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Names;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Index;

namespace KnowledgeBase.Search.Index;

/// <summary>The columns of one document's passages.</summary>
public sealed class DocumentColumns
{
    private DocumentColumns(DocumentInfo info, int count)
    {
        Info = info;
        Rows = new long[count];
        Roles = new byte[count];
        Kinds = new int[count];
        Themes = new int[count];
        Addressees = new int[count];
        Languages = new string?[count];
        TextLanguages = new TextLanguages[count];
        Reviewed = new bool[count];
        Sections = new int[count];
    }

    public DocumentInfo Info { get; }

    public long[] Rows { get; }

    public byte[] Roles { get; }

    public int[] Kinds { get; }

    public int[] Themes { get; }

    public int[] Addressees { get; }

    public string?[] Languages { get; }

    public TextLanguages[] TextLanguages { get; }

    public bool[] Reviewed { get; }

    public int[] Sections { get; }

    /// <summary>By passage; shorter or empty for a document that an earlier version analysed.</summary>
    public IReadOnlyList<PassageNames> Names { get; private init; } = [];

    public IReadOnlyList<Acronym> Acronyms { get; private init; } = [];

    public TextLanguages Present { get; private set; }

    internal static DocumentColumns Of(DocumentInfo info, IReadOnlyList<PassageFacts> facts, DocumentNames names, FactCodes codes)
    {
        var columns = new DocumentColumns(info, facts.Count) { Names = names.Passages, Acronyms = names.Acronyms };
        for (var i = 0; i < facts.Count; i++)
        {
            var fact = facts[i];
            columns.Rows[i] = fact.Row;
            columns.Roles[i] = codes.Role(fact.Role);
            columns.Kinds[i] = codes.Kinds(fact.Kinds);
            columns.Themes[i] = codes.Themes(fact.Themes);
            columns.Addressees[i] = codes.Addressees(fact.Addressees);
            columns.Languages[i] = fact.Language is { } code ? string.Intern(code) : info.Language;
            columns.TextLanguages[i] = TextLanguage.Of(fact.Language, info.Language);
            columns.Reviewed[i] = fact.Reviewed;
            columns.Sections[i] = fact.Section ?? -1;
            columns.Present |= columns.TextLanguages[i];
        }

        return columns;
    }
}
