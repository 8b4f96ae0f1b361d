using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Names;
using KnowledgeBase.Search.Query;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Index;

/// <summary>Says of passages whether a filter holds; prepared once, asked by ordinal.</summary>
public sealed class PassageFilter
{
    private readonly Func<int, bool> holds;

    private PassageFilter(FilterField field, Func<int, bool> holds)
    {
        Field = field;
        this.holds = holds;
    }

    public FilterField Field { get; }

    public bool Holds(int ordinal) => holds(ordinal);

    /// <summary>Prepares a filter.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="columns">All passages.</param>
    /// <param name="view">Who asks: what a name means is told by the documents that take part alone, or the others would show in what it finds.</param>
    public static PassageFilter Of(SearchFilter filter, PassageColumns columns, Viewpoint view) => new(filter.Field, filter.Field switch
    {
        FilterField.Kind => Any(columns.Kinds, TagSet.Kinds, filter.Values),
        FilterField.Theme => Any(columns.Themes, TagSet.Themes, filter.Values),
        FilterField.Addressee => Any(columns.Addressees, TagSet.Addressees, filter.Values),
        FilterField.Role => ByRole(columns, filter.Values),
        FilterField.Lang => ordinal => columns.Languages[ordinal] is { } code && filter.Values.Contains(code),
        FilterField.Reviewed => ordinal => filter.Values.Contains(columns.Reviewed[ordinal] ? "yes" : "no"),
        FilterField.Year => ByDocument(columns, d => InYears(d, filter)),
        FilterField.Grade => ByDocument(columns, d => d.GradeLetter is { } letter && filter.Values.Contains(letter)),
        FilterField.Series => BySeries(columns, view, filter.Values),
        FilterField.Document => ByDocuments(columns, view, filter.Values),
        FilterField.Place => ByNamed(value => [Gazetteer.BuiltIn.Shown(NameKind.Place, value)], filter.Values, columns, view, p => p.Places),
        FilterField.Org => ByNamed(value => [Gazetteer.BuiltIn.Shown(NameKind.Organisation, value)], filter.Values, columns, view, p => p.Organisations),
        FilterField.Process => ByNamed(PeaceProcesses.BuiltIn.Named, filter.Values, columns, view, p => p.Processes),
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    });

    /// <summary>True for passages of documents that take part.</summary>
    public static Func<int, bool> Visible(PassageColumns columns, Viewpoint view) => view.SeesAll ? _ => true : ByDocument(columns, view.Sees);

    private static Func<int, bool> Any(int[] masks, IReadOnlyList<string> words, IReadOnlyList<string> values)
    {
        var wanted = values.Aggregate(0, (mask, value) => mask | (1 << PassageColumns.IndexOf(words, value)));
        return ordinal => (masks[ordinal] & wanted) != 0;
    }

    private static Func<int, bool> ByRole(PassageColumns columns, IReadOnlyList<string> values)
    {
        var roles = values.Select(v => (byte)EnumWords.Find<PassageRole>(v)!.Value).ToArray();
        return ordinal => roles.Contains(columns.Roles[ordinal]);
    }

    // As with titles, a name that is shown means that one alone; then another name or the short form of one; then all that have its words.
    private static Func<int, bool> ByNamed(
        Func<string, IEnumerable<string?>> known, IReadOnlyList<string> values, PassageColumns columns, Viewpoint view,
        Func<PassageNames, IReadOnlyList<string>> names)
    {
        var all = VisibleNames(columns, view, names);
        var acronyms = columns.Documents.Where(d => view.Sees(d.Info)).SelectMany(d => d.Acronyms);
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            string[] exact = [.. all.Where(name => Folding.Fold(name.Trim()) == Folding.Fold(value.Trim()))];
            string[] chosen = exact.Length > 0
                ? exact
                : [.. acronyms.Where(a => a.ShortForm.Equals(value.Trim(), StringComparison.OrdinalIgnoreCase)).Select(a => a.LongForm)
                    .Concat(known(value)).OfType<string>().Where(all.Contains)];
            wanted.UnionWith(chosen.Length > 0 ? chosen : all.Where(name => HasWords(name, value)));
        }

        return ordinal => names(columns.Names[ordinal]).Any(wanted.Contains);
    }

    private static HashSet<string> VisibleNames(PassageColumns columns, Viewpoint view, Func<PassageNames, IReadOnlyList<string>> names)
    {
        var visible = Visible(columns, view);
        var all = new HashSet<string>(StringComparer.Ordinal);
        for (var ordinal = 0; ordinal < columns.Count; ordinal++)
        {
            if (names(columns.Names[ordinal]) is { Count: > 0 } found && visible(ordinal))
            {
                all.UnionWith(found);
            }
        }

        return all;
    }

    private static Func<int, bool> ByDocument(PassageColumns columns, Func<DocumentInfo, bool> holds)
    {
        var documents = columns.Documents.Select(d => holds(d.Info)).ToArray();
        return ordinal => documents[columns.DocumentOf[ordinal]];
    }

    private static bool InYears(DocumentInfo document, SearchFilter filter)
    {
        if (document.Year is not { } year)
        {
            return false;
        }

        return filter.Values.Count > 0
            ? filter.Values.Contains(year.ToString(CultureInfo.InvariantCulture))
            : year >= (filter.From ?? int.MinValue) && year <= (filter.To ?? int.MaxValue);
    }

    private static Func<int, bool> ByDocuments(PassageColumns columns, Viewpoint view, IReadOnlyList<string> values)
    {
        var seen = columns.Documents.Select(d => d.Info).Where(view.Sees).ToArray();
        var meant = values.SelectMany(value => NamedDocuments.Meant(seen, value)).Select(d => d.Id).ToHashSet();
        return ByDocument(columns, d => meant.Contains(d.Id));
    }

    // A value that is the whole name of a series means it alone, so that a facet's value selects what it counted; any other value means
    // whatever has all its words in its name.
    private static Func<int, bool> BySeries(PassageColumns columns, Viewpoint view, IReadOnlyList<string> values)
    {
        var wanted = new bool[columns.Documents.Count];
        foreach (var value in values)
        {
            var key = Folding.Fold(value.Trim());
            var exact = Choose(columns, d => view.Sees(d) && d.Series is { } series && Folding.Fold(series.Trim()) == key);
            var chosen = exact.Contains(true) ? exact : Choose(columns, d => view.Sees(d) && HasWords(d.Series, value));
            for (var i = 0; i < wanted.Length; i++)
            {
                wanted[i] |= chosen[i];
            }
        }

        return ordinal => wanted[columns.DocumentOf[ordinal]];
    }

    private static bool[] Choose(PassageColumns columns, Func<DocumentInfo, bool> holds) => [.. columns.Documents.Select(d => holds(d.Info))];

    private static bool HasWords(string? name, string value)
    {
        if (name is null)
        {
            return false;
        }

        var has = Tokenizer.Tokens(name).Select(t => Folding.Fold(t.Text)).ToHashSet(StringComparer.Ordinal);
        var asked = Tokenizer.Tokens(value).ConvertAll(t => Folding.Fold(t.Text));
        return asked.Count > 0 && asked.TrueForAll(has.Contains);
    }
}
