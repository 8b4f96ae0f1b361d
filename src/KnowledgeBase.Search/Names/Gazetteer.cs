using System.Globalization;
using System.Reflection;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Names;

/// <summary>What a name names.</summary>
internal enum NameKind
{
    Place,
    Organisation,
    Process,
}

/// <summary>
/// Known names and what they are shown as. A name is found where its words stand in a text, the longest first ("Guinea-Bissau" is not
/// "Guinea"); a name in capitals only where it stands in capitals ("AU" is not the French "au"), any other only with a capital somewhere.
/// </summary>
internal sealed class Gazetteer
{
    private static readonly Lazy<Gazetteer> Shipped = new(() => new(Known()));

    private readonly Dictionary<string, List<Entry>> byFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<(NameKind, string), string> byName = [];

    private Gazetteer(IEnumerable<(NameKind Kind, string Name, string Shown)> names)
    {
        foreach (var (kind, name, shown) in names)
        {
            var words = Words(name);
            if (words.Length > 0 && byName.TryAdd((kind, Key(words)), shown))
            {
                if (!byFirstWord.TryGetValue(words[0], out var list))
                {
                    byFirstWord.Add(words[0], list = []);
                }

                list.Add(new(kind, words, shown, IsCapitals(name)));
            }
        }

        foreach (var list in byFirstWord.Values)
        {
            list.Sort((left, right) => right.Words.Length.CompareTo(left.Words.Length));
        }
    }

    /// <summary>Countries of .NET's CLDR data in English, French and Spanish, corpus/places.txt and corpus/organisations.txt.</summary>
    public static Gazetteer BuiltIn => Shipped.Value;

    /// <summary>A gazetteer of a few names; the first that a name is shown as holds.</summary>
    public static Gazetteer Of(IEnumerable<(NameKind Kind, string Name, string Shown)> names) => new(names);

    /// <summary>What a name is shown as, or null when it is not known; case and accents do not matter.</summary>
    public string? Shown(NameKind kind, string name) => byName.GetValueOrDefault((kind, Key(Words(name))));

    /// <summary>The names in a text, in order, as they are shown; one may come several times.</summary>
    public IEnumerable<(NameKind Kind, string Shown)> Find(NamedText text)
    {
        for (var at = 0; at < text.Words.Length; at++)
        {
            if (byFirstWord.TryGetValue(text.Words[at], out var entries) && Standing(entries, text, at) is { } found)
            {
                yield return (found.Kind, found.Shown);
                at += found.Words.Length - 1;
            }
        }
    }

    private static Entry? Standing(List<Entry> entries, NamedText text, int at)
    {
        foreach (var entry in entries)
        {
            if (text.Words.AsSpan(at).StartsWith(entry.Words) && (entry.Capitals
                ? IsCapitals(text.Tokens[at].Text)
                : char.IsUpper(text.Tokens[at].Text[0]) || char.IsUpper(text.Tokens[at + entry.Words.Length - 1].Text[0])))
            {
                return entry;
            }
        }

        return null;
    }

    private static bool IsCapitals(string name) => name.Length <= 10 && !name.Contains(' ', StringComparison.Ordinal) && name.Count(char.IsUpper) >= 2 && !name.Any(char.IsLower);

    private static string[] Words(string name) => [.. Tokenizer.Tokens(name).Select(token => Folding.Fold(token.Text))];

    private static string Key(string[] words) => string.Join(' ', words);

    private static IEnumerable<(NameKind Kind, string Name, string Shown)> Known()
    {
        // The lists come first: what they say of a name outweighs how CLDR writes it.
        var listed = Listed(NameKind.Place, "places.txt").Concat(Listed(NameKind.Organisation, "organisations.txt")).ToArray();
        var shown = listed.Where(each => each.Kind == NameKind.Place).GroupBy(each => Key(Words(each.Name))).ToDictionary(g => g.Key, g => g.First().Shown);
        return listed.Concat(Countries().Select(country =>
            (NameKind.Place, country.Name, shown.GetValueOrDefault(Key(Words(country.English)), country.English))));
    }

    private static IEnumerable<(string Name, string English)> Countries()
    {
        string[] codes =
        [
            .. CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name).TwoLetterISORegionName)
                .Where(code => code.Length == 2 && code.All(char.IsAsciiLetterUpper)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        foreach (var code in codes)
        {
            var english = Plain(new RegionInfo($"en-{code}").NativeName);
            foreach (var language in new[] { "en", "fr", "es" })
            {
                yield return (Plain(new RegionInfo($"{language}-{code}").NativeName), english);
            }
        }
    }

    // "Myanmar (Burma)" is Myanmar.
    private static string Plain(string name) => name.Split(" (")[0].Replace('\u2019', '\'');

    private static IEnumerable<(NameKind Kind, string Name, string Shown)> Listed(NameKind kind, string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        var found = new List<(NameKind, string, string)>();
        for (var line = reader.ReadLine(); line is not null; line = reader.ReadLine())
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var names = line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                found.AddRange(names.Select(name => (kind, name, names[0])));
            }
        }

        return found;
    }

    private sealed record Entry(NameKind Kind, string[] Words, string Shown, bool Capitals);
}
