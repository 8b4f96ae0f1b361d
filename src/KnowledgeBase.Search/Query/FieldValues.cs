using System.Globalization;
using KnowledgeBase.Documents;
using static KnowledgeBase.Documents.CodedText;

namespace KnowledgeBase.Search.Query;

/// <summary>Reads the values of a filter, in a query or as an option, and says what a field knows.</summary>
public static class FieldValues
{
    private static readonly Dictionary<string, FilterField> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["kind"] = FilterField.Kind, ["kinds"] = FilterField.Kind, ["theme"] = FilterField.Theme, ["themes"] = FilterField.Theme,
        ["addressee"] = FilterField.Addressee, ["addressees"] = FilterField.Addressee, ["to"] = FilterField.Addressee,
        ["role"] = FilterField.Role, ["year"] = FilterField.Year, ["lang"] = FilterField.Lang, ["language"] = FilterField.Lang,
        ["document"] = FilterField.Document, ["doc"] = FilterField.Document, ["series"] = FilterField.Series, ["grade"] = FilterField.Grade,
        ["reviewed"] = FilterField.Reviewed, ["org"] = FilterField.Org, ["organisation"] = FilterField.Org, ["organization"] = FilterField.Org,
        ["place"] = FilterField.Place, ["country"] = FilterField.Place,
        ["process"] = FilterField.Process, ["agreement"] = FilterField.Process,
    };

    // What the tag set calls states.
    private static readonly HashSet<string> Governments = new(["government", "governments", "member_states", "countries"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The word for a field, as in queries, options and facets.</summary>
    public static string NameOf(FilterField field) => EnumWords.Of(field);

    /// <summary>The field of a name, or null.</summary>
    public static FilterField? FieldOf(string name) => Fields.TryGetValue(name, out var field) ? field : null;

    /// <summary>The values that a field can have, or null when it takes any text.</summary>
    public static IReadOnlyList<string>? Known(FilterField field) => field switch
    {
        FilterField.Kind => TagSet.Kinds,
        FilterField.Theme => TagSet.Themes,
        FilterField.Addressee => TagSet.Addressees,
        FilterField.Role => EnumWords.All<PassageRole>(),
        FilterField.Grade => ["A", "B", "C", "D"],
        FilterField.Reviewed => ["yes", "no"],
        _ => null,
    };

    /// <summary>Reads a filter given as an option, such as <c>--year 2015..2020</c> or <c>--kind challenge,lesson</c>.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">One value, or a range of years; of kinds, years and the like, several joined by commas too. A name is taken whole, commas and all.</param>
    /// <param name="error">Null, or what is wrong with the text, positions within it.</param>
    /// <returns>The filter, or null.</returns>
    public static SearchFilter? Parse(FilterField field, string text, out QueryError? error)
    {
        try
        {
            error = null;
            return Read(field, new(IsName(field) ? QueryTokenKind.Phrase : QueryTokenKind.Word, 0, text.Length, text));
        }
        catch (QuerySyntaxException failure)
        {
            error = failure.Error;
            return null;
        }
    }

    /// <summary>True for fields whose values are names, which may hold commas; words of a known set, years and codes of languages never do.</summary>
    public static bool IsName(FilterField field) => Known(field) is null && field is not (FilterField.Year or FilterField.Lang);

    internal static SearchFilter Read(QueryToken name, QueryToken value)
    {
        if (FieldOf(name.Text) is not { } field)
        {
            var near = Nearest(name.Text, Fields.Keys);
            throw QuerySyntaxException.At(
                name,
                Of("query-no-field", $"There is no field '{name.Text}'."),
                near is null
                    ? Of("query-no-field-hint", $"Fields are {string.Join(", ", EnumWords.All<FilterField>())}; to search for the text, put it in quotation marks.")
                    : Of("query-near-field-hint", $"Did you mean {near}:…? To search for the text, put it in quotation marks."));
        }

        return value.Kind is QueryTokenKind.Word or QueryTokenKind.Phrase
            ? Read(field, value)
            : throw NoValue(field, value);
    }

    private static SearchFilter Read(FilterField field, QueryToken value)
    {
        if (field == FilterField.Year)
        {
            return Years(value);
        }

        // A phrase is one value, commas and all.
        string[] texts = value.Kind == QueryTokenKind.Phrase && IsName(field)
            ? [value.Text.Trim()]
            : value.Text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (texts.Length == 0 || texts[0].Length == 0)
        {
            throw NoValue(field, value);
        }

        return new(field, [.. texts.Select(t => One(field, t, value)).Distinct(StringComparer.Ordinal)]);
    }

    private static string One(FilterField field, string text, QueryToken token)
    {
        if (field == FilterField.Lang)
        {
            var code = text.ToLowerInvariant();
            return LanguageCodes.Named(code) is { } meant
                ? throw QuerySyntaxException.At(
                    token, Of("query-no-language", $"'{text}' is no code of a language."),
                    Of("query-no-language-hint", $"Did you mean {meant}? A language is given by its two letters."))
                : code;
        }

        if (Known(field) is not { } known)
        {
            return text;
        }

        var word = text.Replace('-', '_').Replace(' ', '_');
        var found = known.FirstOrDefault(k => k.Equals(word, StringComparison.OrdinalIgnoreCase))
            ?? known.FirstOrDefault(k => (k + "s").Equals(word, StringComparison.OrdinalIgnoreCase));
        if (found is not null)
        {
            return found;
        }

        var near = field == FilterField.Addressee && Governments.Contains(word) ? "states" : Nearest(word, known);
        throw QuerySyntaxException.At(
            token,
            Of("query-no-value", $"'{text}' is no {NameOf(field)}."),
            near is null
                ? Of("query-no-value-hint", $"Known are {string.Join(", ", known)}.")
                : Of("query-near-value-hint", $"Did you mean {near}? Known are {string.Join(", ", known)}."));
    }

    private static QuerySyntaxException NoValue(FilterField field, QueryToken value) => QuerySyntaxException.At(
        value, Of("query-value-missing", $"The field {NameOf(field)} needs a value."), Of("query-value-missing-hint", $"Write {Example(field)}."));

    private static SearchFilter Years(QueryToken value)
    {
        // "2015-2020", with whatever dash, is how a range is written in print.
        var text = value.Text.Trim();
        value = text.Length == 9 && (text[4] is '-' or '\u2013') ? value with { Text = $"{text[..4]}..{text[5..]}" } : value;
        var dots = value.Text.IndexOf("..", StringComparison.Ordinal);
        int? from;
        int? to;
        if (dots < 0)
        {
            var years = value.Text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return years.Length > 0
                ? new(FilterField.Year, [.. years.Select(y => Year(y, value).ToString(CultureInfo.InvariantCulture))])
                : throw BadYear(value);
        }

        from = dots == 0 ? null : Year(value.Text[..dots], value);
        to = dots + 2 == value.Text.Length ? null : Year(value.Text[(dots + 2)..], value);
        if ((from is null && to is null) || from > to)
        {
            throw BadYear(value);
        }

        return new(FilterField.Year, []) { From = from, To = to };
    }

    private static int Year(string text, QueryToken token) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 0 and < 10000 ? year : throw BadYear(token);

    private static QuerySyntaxException BadYear(QueryToken token) => QuerySyntaxException.At(
        token, Of("query-no-year", $"'{token.Text}' is no year and no range of years."),
        Of("query-no-year-hint", $"Write year:2019, year:2015..2020, year:2015.. or year:..2020."));

    private static string Example(FilterField field) => field switch
    {
        FilterField.Year => "year:2015..2020",
        FilterField.Lang => "lang:fr",
        FilterField.Document => "document:\"words of its title\"",
        _ when Known(field) is { } known => $"{NameOf(field)}:{known[0]}",
        _ => $"{NameOf(field)}:\"its name\"",
    };

    private static string? Nearest(string word, IEnumerable<string> known) => known
        .Select(k => (Word: k, Distance: EditDistance.Between(word.ToLowerInvariant(), k.ToLowerInvariant(), 3)))
        .Where(k => k.Distance <= Math.Max(1, word.Length / 3))
        .OrderBy(k => k.Distance)
        .Select(k => k.Word)
        .FirstOrDefault();
}
