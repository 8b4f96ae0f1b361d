using System.Globalization;
using System.Runtime.InteropServices;
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
    /// <param name="ordinal">The passage.</param>
    /// <param name="adds">True when it is not found now: only what is chosen for this field keeps it out.</param>
    public abstract void Add(int ordinal, bool adds);

    /// <summary>The values with most hits, equal ones by value.</summary>
    /// <param name="most">The most values.</param>
    /// <param name="chosen">True when a value of the field is chosen, so that choosing another adds to what is found.</param>
    public IReadOnlyList<FacetValue> Top(int most, bool chosen) =>
    [
        .. Values().Where(v => v.Tally.Count > 0).OrderByDescending(v => v.Tally.Count).ThenBy(v => v.Value, StringComparer.Ordinal).Take(most)
            .Select(v => new FacetValue(v.Value, v.Tally.Count) { Adds = chosen ? v.Tally.Added : null }),
    ];

    protected abstract IEnumerable<(string Value, Tally Tally)> Values();

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

    /// <summary>Passages with a value.</summary>
    /// <param name="Count">All of them.</param>
    /// <param name="Added">Those of them that are not found now.</param>
    protected readonly record struct Tally(int Count, int Added)
    {
        public Tally With(bool adds) => new(Count + 1, adds ? Added + 1 : Added);

        public Tally With(Tally other) => new(Count + other.Count, Added + other.Added);
    }

    private sealed class ByMask(int[] masks, IReadOnlyList<string> words) : FacetCounter
    {
        private readonly Tally[] tallies = new Tally[words.Count];

        public override void Add(int ordinal, bool adds)
        {
            for (var mask = (uint)masks[ordinal]; mask != 0; mask &= mask - 1)
            {
                ref var tally = ref tallies[System.Numerics.BitOperations.TrailingZeroCount(mask)];
                tally = tally.With(adds);
            }
        }

        protected override IEnumerable<(string Value, Tally Tally)> Values() => words.Zip(tallies);
    }

    private sealed class ByCode(Func<int, int> code, IReadOnlyList<string> words) : FacetCounter
    {
        private readonly Tally[] tallies = new Tally[words.Count];

        public override void Add(int ordinal, bool adds)
        {
            ref var tally = ref tallies[code(ordinal)];
            tally = tally.With(adds);
        }

        protected override IEnumerable<(string Value, Tally Tally)> Values() => words.Zip(tallies);
    }

    private sealed class ByText(Func<int, string?> text) : FacetCounter
    {
        private readonly Dictionary<string, Tally> tallies = new(StringComparer.Ordinal);

        public override void Add(int ordinal, bool adds)
        {
            if (text(ordinal) is { } value)
            {
                tallies[value] = tallies.GetValueOrDefault(value).With(adds);
            }
        }

        protected override IEnumerable<(string Value, Tally Tally)> Values() => tallies.Select(t => (t.Key, t.Value));
    }

    // As with series, spellings that differ only in case and accents are one name, under the first of those counted; a passage with two of them
    // counts once.
    private sealed class ByNames(Func<int, IReadOnlyList<string>> names) : FacetCounter
    {
        private readonly Dictionary<string, int> placeOf = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> placeOfFolded = new(StringComparer.Ordinal);
        private readonly List<(string Shown, Tally Tally, int Last)> values = [];

        public override void Add(int ordinal, bool adds)
        {
            foreach (var name in names(ordinal))
            {
                // First, since it may add a place.
                var place = PlaceOf(name);
                ref var value = ref CollectionsMarshal.AsSpan(values)[place];
                if (value.Last != ordinal)
                {
                    value = (value.Shown, value.Tally.With(adds), ordinal);
                }
            }
        }

        protected override IEnumerable<(string Value, Tally Tally)> Values() => values.Select(v => (v.Shown, v.Tally));

        private int PlaceOf(string name)
        {
            if (placeOf.TryGetValue(name, out var place))
            {
                return place;
            }

            var key = Folding.Fold(name.Trim());
            if (!placeOfFolded.TryGetValue(key, out place))
            {
                placeOfFolded.Add(key, place = values.Count);
                values.Add((name, default, -1));
            }

            placeOf.Add(name, place);
            var (shown, tally, last) = values[place];
            values[place] = (string.CompareOrdinal(name, shown) < 0 ? name : shown, tally, last);
            return place;
        }
    }

    // Counts by document first and looks at their values only at the end.
    private sealed class ByDocumentValue(int[] documentOf, string?[] values) : FacetCounter
    {
        private readonly Tally[] tallies = new Tally[values.Length];

        public override void Add(int ordinal, bool adds)
        {
            ref var tally = ref tallies[documentOf[ordinal]];
            tally = tally.With(adds);
        }

        protected override IEnumerable<(string Value, Tally Tally)> Values() => values
            .Zip(tallies)
            .Where(v => v.First is not null)
            .GroupBy(v => v.First!, StringComparer.Ordinal)
            .Select(g => (g.Key, g.Aggregate(default(Tally), (sum, v) => sum.With(v.Second))));
    }
}
