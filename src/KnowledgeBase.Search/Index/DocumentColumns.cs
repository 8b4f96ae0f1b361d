using System.Runtime.CompilerServices;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Names;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Index;

namespace KnowledgeBase.Search.Index;

/// <summary>A document and where its passages stand in the columns.</summary>
public sealed class DocumentColumns
{
    private readonly PassageArrays arrays;

    private DocumentColumns(DocumentInfo info, PassageArrays arrays, int first, int count) =>
        (Info, this.arrays, First, Count) = (info, arrays, first, count);

    /// <summary>The document.</summary>
    public DocumentInfo Info { get; }

    /// <summary>Number of its passages.</summary>
    public int Count { get; }

    /// <summary>Row of its first passage, the others follow without gaps; <see cref="long.MaxValue"/> for a document without passages.</summary>
    public long FirstRow => Count > 0 ? arrays.Rows[First] : long.MaxValue;

    /// <summary>Short forms that it explains.</summary>
    public IReadOnlyList<Acronym> Acronyms { get; private init; } = [];

    /// <summary>The languages of analysis of its passages.</summary>
    public TextLanguages Present { get; private init; }

    internal int First { get; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Run thousands of times at a start, before code is optimised by itself.
    internal static DocumentColumns Of(DocumentInfo info, IReadOnlyList<PassageFacts> facts, DocumentNames names, FactCodes codes)
    {
        var arrays = new PassageArrays(facts.Count);
        var present = TextLanguages.None;
        for (var i = 0; i < facts.Count; i++)
        {
            var fact = facts[i];
            arrays.Rows[i] = fact.Row;
            arrays.Roles[i] = codes.Role(fact.Role);
            arrays.Kinds[i] = codes.Kinds(fact.Kinds);
            arrays.Themes[i] = codes.Themes(fact.Themes);
            arrays.Addressees[i] = codes.Addressees(fact.Addressees);
            arrays.Languages[i] = fact.Language is { } code ? string.Intern(code) : info.Language;
            arrays.TextLanguages[i] = TextLanguage.Of(fact.Language, info.Language);
            arrays.Reviewed[i] = fact.Reviewed;
            arrays.Sections[i] = fact.Section ?? -1;
            // Shorter or empty for a document that an earlier version analysed.
            arrays.Names[i] = i < names.Passages.Count ? names.Passages[i] : PassageNames.None;
            present |= arrays.TextLanguages[i];
        }

        return new(info, arrays, 0, facts.Count) { Acronyms = names.Acronyms, Present = present };
    }

    /// <summary>The same document, its passages copied to the columns of all: what it was made of is let go.</summary>
    internal DocumentColumns CopyTo(PassageArrays target, int at)
    {
        arrays.Copy(First, Count, target, at);
        return new(Info, target, at, Count) { Acronyms = Acronyms, Present = Present };
    }
}
