using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Index;

/// <summary>
/// Counts the values of one field over passages. What a value counts is what choosing it finds: see <see cref="FacetValue"/>.
/// </summary>
internal abstract class FacetCounter
{
    /// <summary>Counts one passage.</summary>
    public abstract void Add(int ordinal);

    /// <summary>The values with most hits, equal ones by value.</summary>
    public IReadOnlyList<FacetValue> Top(int most) =>
    [
        .. Values().Where(v => v.Count > 0).OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal).Take(most),
    ];

    protected abstract IEnumerable<FacetValue> Values();

    /// <summary>A counter of a field's values.</summary>
    /// <param name="field">The field.</param>
    /// <param name="columns">All passages.</param>
    /// <param name="view">Who asks; a value is written as the documents that they see write it.</param>
    public static FacetCounter Of(FilterField field, PassageColumns columns, Viewpoint view) => field switch
    {
        FilterField.Kind => new ByMask(columns.Kinds, TagSet.Kinds),
        FilterField.Theme => new ByMask(columns.Themes, TagSet.Themes),
        FilterField.Addressee => new ByMask(columns.Addressees, TagSet.Addressees),
        FilterField.Role => new ByCode(o => columns.Roles[o], EnumWords.All<PassageRole>()),
        FilterField.Reviewed => new ByCode(o => columns.Reviewed[o] ? 0 : 1, ["yes", "no"]),
        FilterField.Lang => new ByText(o => columns.Languages[o]),
        FilterField.Document => ByDocument(columns, d => d.Info.Id.Value),
        FilterField.Year => ByDocument(columns, d => d.Info.Year?.ToString(CultureInfo.InvariantCulture)),
        FilterField.Series => ByDocument(columns, SeriesNames(columns, view)),
        FilterField.Grade => ByDocument(columns, d => d.Info.GradeLetter),
        FilterField.Place => new ByNames(o => columns.Names[o].Places),
        FilterField.Org => new ByNames(o => columns.Names[o].Organisations),
        FilterField.Process => new ByNames(o => columns.Names[o].Processes),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private static ByDocumentValue ByDocument(PassageColumns columns, Func<DocumentColumns, string?> value) =>
        new(columns.DocumentOf, [.. columns.Documents.Select(value)]);

    // The filter does not mind case and accents, so spellings that differ only in those count as one value, under the first of them.
    private static Func<DocumentColumns, string?> SeriesNames(PassageColumns columns, Viewpoint view)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in columns.Documents.Where(d => view.Sees(d.Info)).Select(d => d.Info.Series).OfType<string>().Order(StringComparer.Ordinal))
        {
            names.TryAdd(Folding.Fold(name.Trim()), name);
        }

        return d => d.Info.Series is { } series ? names.GetValueOrDefault(Folding.Fold(series.Trim())) : null;
    }

    private sealed class ByMask(int[] masks, IReadOnlyList<string> words) : FacetCounter
    {
        private readonly int[] counts = new int[words.Count];

        public override void Add(int ordinal)
        {
            for (var mask = (uint)masks[ordinal]; mask != 0; mask &= mask - 1)
            {
                counts[System.Numerics.BitOperations.TrailingZeroCount(mask)]++;
            }
        }

        protected override IEnumerable<FacetValue> Values() => words.Select((word, i) => new FacetValue(word, counts[i]));
    }

    private sealed class ByCode(Func<int, int> code, IReadOnlyList<string> words) : FacetCounter
    {
        private readonly int[] counts = new int[words.Count];

        public override void Add(int ordinal) => counts[code(ordinal)]++;

        protected override IEnumerable<FacetValue> Values() => words.Select((word, i) => new FacetValue(word, counts[i]));
    }

    private sealed class ByText(Func<int, string?> text) : FacetCounter
    {
        private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

        public override void Add(int ordinal)
        {
            if (text(ordinal) is { } value)
            {
                counts[value] = counts.GetValueOrDefault(value) + 1;
            }
        }

        protected override IEnumerable<FacetValue> Values() => counts.Select(c => new FacetValue(c.Key, c.Value));
    }

    private sealed class ByNames(Func<int, IReadOnlyList<string>> names) : FacetCounter
    {
        private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

        public override void Add(int ordinal)
        {
            foreach (var name in names(ordinal))
            {
                counts[name] = counts.GetValueOrDefault(name) + 1;
            }
        }

        protected override IEnumerable<FacetValue> Values() => counts.Select(c => new FacetValue(c.Key, c.Value));
    }

    // Counts by document first and looks at their values only at the end.
    private sealed class ByDocumentValue(int[] documentOf, string?[] values) : FacetCounter
    {
        private readonly int[] counts = new int[values.Length];

        public override void Add(int ordinal) => counts[documentOf[ordinal]]++;

        protected override IEnumerable<FacetValue> Values() => values
            .Select((value, i) => (Value: value, Count: counts[i]))
            .Where(v => v.Value is not null)
            .GroupBy(v => v.Value!, StringComparer.Ordinal)
            .Select(g => new FacetValue(g.Key, g.Sum(v => v.Count)));
    }
}
