using System.Collections.Concurrent;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Names;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Index;

namespace KnowledgeBase.Search.Index;

/// <summary>
/// What filters, facets and orders need of every passage, in columns. A passage's ordinal is its place here, by row; documents lie together.
/// Immutable; following the store makes new columns of the old ones and of what changed.
/// </summary>
public sealed class PassageColumns
{
    private static readonly int AllThirdParties = 1 << IndexOf(TagSet.Addressees, "all_third_parties");

    // Advice to all third parties speaks to each of them; the parties to the conflict are no third parties.
    private static readonly int EachThirdParty =
        ((1 << TagSet.Addressees.Count) - 1) & ~(1 << IndexOf(TagSet.Addressees, "conflict_parties"));

    private readonly ConcurrentDictionary<Visibility, Thesaurus> terms = new();

    private readonly ConcurrentDictionary<TagScope, PassageColumns> widened = new();

    private readonly long[] newest;

    private readonly PassageArrays arrays;

    private PassageColumns(long generation, IEnumerable<DocumentColumns> documents)
    {
        Generation = generation;
        var parts = documents.ToArray();
        newest = [.. Enum.GetValues<Visibility>().Select(audience => parts.Where(d => d.Info.Visibility <= audience).Select(d => d.Info.Row).DefaultIfEmpty().Max())];
        Count = parts.Sum(d => d.Count);
        arrays = new(Count);
        DocumentOf = new int[Count];
        var at = 0;
        for (var d = 0; d < parts.Length; d++)
        {
            Array.Fill(DocumentOf, d, at, parts[d].Count);
            parts[d] = parts[d].CopyTo(arrays, at);
            at += parts[d].Count;
        }

        Documents = parts;
    }

    /// <summary>Columns of an empty store.</summary>
    public static PassageColumns Empty { get; } = new(0, []);

    /// <summary>The store's generation that these columns show.</summary>
    public long Generation { get; }

    /// <summary>Number of passages.</summary>
    public int Count { get; }

    /// <summary>Row of the newest document that an audience may see, or 0: what others hold must not show.</summary>
    public long Newest(Visibility audience) => newest[(int)audience];

    /// <summary>Documents by the row of their first passage.</summary>
    public IReadOnlyList<DocumentColumns> Documents { get; }

    /// <summary>The row of each passage, rising.</summary>
    public long[] Rows => arrays.Rows;

    /// <summary>The language by which each passage was analysed.</summary>
    public TextLanguages[] TextLanguages => arrays.TextLanguages;

    internal int[] DocumentOf { get; }

    internal byte[] Roles => arrays.Roles;

    internal int[] Kinds => arrays.Kinds;

    internal int[] Themes => arrays.Themes;

    internal int[] Addressees => arrays.Addressees;

    internal string?[] Languages => arrays.Languages;

    internal bool[] Reviewed => arrays.Reviewed;

    internal int[] Sections => arrays.Sections;

    internal PassageNames[] Names => arrays.Names;

    /// <summary>The languages of analysis that occur.</summary>
    public TextLanguages LanguagesPresent => Documents.Aggregate(Analysis.TextLanguages.None, (all, d) => all | d.Present);

    /// <summary>The built-in thesaurus with the short forms that the documents explain which take part; made on the first need.</summary>
    public Thesaurus Terms(Viewpoint view)
    {
        // All states since which no document came are one.
        var key = view.UpTo >= Newest(view.Audience) ? view with { UpTo = long.MaxValue } : view;
        return key.UpTo == long.MaxValue ? terms.GetOrAdd(key.Audience, seen => Explained(seen)) : Explained(key);
    }

    /// <summary>The same passages, each with the tags and names of all passages of its section or document; made on the first need.</summary>
    public PassageColumns Within(TagScope scope) => scope == TagScope.Passage ? this : widened.GetOrAdd(scope, Widen);

    /// <summary>The ordinal of a row, or a negative number.</summary>
    public int OrdinalOf(long row) => Array.BinarySearch(Rows, row);

    /// <summary>Columns of the store's present state.</summary>
    public PassageColumns Follow(StoreSnapshot store)
    {
        var generation = store.Generation;
        if (generation == Generation)
        {
            return this;
        }

        var changed = store.ChangedSince(Generation);
        var gone = store.RemovedSince(Generation).Concat(changed.Select(d => d.Row)).ToHashSet();
        var codes = new FactCodes();
        var read = store.Facts(changed, (info, facts, names) => DocumentColumns.Of(info, facts, DocumentNames.Read(names), codes));
        var documents = Documents.Where(d => !gone.Contains(d.Info.Row)).Concat(read);
        return new(generation, documents.OrderBy(d => d.FirstRow));
    }

    private Thesaurus Explained(Viewpoint view) => Thesaurus.BuiltIn.With(
        Documents.Where(d => view.Sees(d.Info)).SelectMany(d => d.Acronyms.Select(acronym => (acronym, TextLanguage.Of(null, d.Info.Language)))));

    private PassageColumns Widen(TagScope scope)
    {
        var wide = new PassageColumns(Generation, Documents);
        var units = Enumerable.Range(0, Count).GroupBy(o => (DocumentOf[o], scope == TagScope.Document ? 0 : Sections[o] >= 0 ? Sections[o] : -1 - o));
        foreach (var unit in units.Select(u => u.ToArray()).Where(u => u.Length > 1))
        {
            var (kinds, themes, addressees) = unit.Aggregate((0, 0, 0), (all, o) => (all.Item1 | Kinds[o], all.Item2 | Themes[o], all.Item3 | Addressees[o]));
            var names = new PassageNames(
                [.. unit.SelectMany(o => Names[o].Places).Distinct(StringComparer.Ordinal)],
                [.. unit.SelectMany(o => Names[o].Organisations).Distinct(StringComparer.Ordinal)],
                [.. unit.SelectMany(o => Names[o].Processes).Distinct(StringComparer.Ordinal)]);
            foreach (var ordinal in unit)
            {
                (wide.Kinds[ordinal], wide.Themes[ordinal], wide.Addressees[ordinal], wide.Names[ordinal]) = (kinds, themes, addressees, names);
            }
        }

        return wide;
    }

    internal static int IndexOf(IReadOnlyList<string> words, string word)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == word)
            {
                return i;
            }
        }

        throw new ArgumentException($"'{word}' is not among the known words.", nameof(word));
    }

    internal static int Mask(IReadOnlyList<string> words, string labels)
    {
        var mask = 0;
        if (labels.Length > 0)
        {
            foreach (var label in labels.Split(' '))
            {
                mask |= 1 << IndexOf(words, label);
            }
        }

        return mask;
    }

    internal static int AddresseeMask(string labels)
    {
        var mask = Mask(TagSet.Addressees, labels);
        return (mask & AllThirdParties) != 0 ? mask | EachThirdParty : mask;
    }
}
