using System.Reflection;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Names;

/// <summary>A peace process or agreement.</summary>
/// <param name="Name">As facets show it.</param>
/// <param name="Places">Where it belongs, as places are shown.</param>
/// <param name="Years">When it was, such as "2012–2016"; open at the end where it goes on.</param>
internal sealed record PeaceProcess(string Name, IReadOnlyList<string> Places, string Years);

/// <summary>
/// Known peace processes (corpus/processes.txt). Many share a name ("Comprehensive Peace Agreement"): such a name counts for each of them
/// whose place the same passage names.
/// </summary>
internal sealed class PeaceProcesses
{
    private static readonly Lazy<PeaceProcesses> Shipped = new(() => Read(new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("processes.txt")!)));

    private readonly Dictionary<string, PeaceProcess> byName;
    private readonly ILookup<string, PeaceProcess> byKey;
    private readonly Gazetteer own;
    private readonly Gazetteer shared;

    private PeaceProcesses(IReadOnlyList<(PeaceProcess Process, string Name, bool Shared)> names)
    {
        byName = names.Select(each => each.Process).Distinct().ToDictionary(process => process.Name, StringComparer.Ordinal);
        byKey = names.ToLookup(each => Key(each.Name), each => each.Process, StringComparer.Ordinal);
        own = Gazetteer.Of(names.Where(each => !each.Shared).Select(each => (NameKind.Process, each.Name, each.Process.Name)));
        shared = Gazetteer.Of(names.Where(each => each.Shared).Select(each => (NameKind.Process, each.Name, Key(each.Name))));
    }

    /// <summary>Those that come with the program.</summary>
    public static PeaceProcesses BuiltIn => Shipped.Value;

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<PeaceProcess> All => byName.Values;

    /// <summary>Reads a list: see the head of corpus/processes.txt.</summary>
    public static PeaceProcesses Read(TextReader list)
    {
        var names = new List<(PeaceProcess, string, bool)>();
        for (var line = list.ReadLine(); line is not null; line = list.ReadLine())
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var parts = line.Split('|', StringSplitOptions.TrimEntries);
                var written = Split(parts[0]);
                var process = new PeaceProcess(written[0], Split(parts[1]), parts[2]);
                names.AddRange(written.Select(name => (process, name.TrimEnd('?'), name.EndsWith('?'))));
            }
        }

        return new(names);
    }

    /// <summary>The processes that a text names, as they are shown; one may come several times.</summary>
    /// <param name="text">The text.</param>
    /// <param name="places">The places that the passage and its headings name.</param>
    public IEnumerable<string> Find(NamedText text, IReadOnlyCollection<string> places)
    {
        var surely = own.Find(text).Select(found => found.Shown);
        return places.Count == 0
            ? surely
            : surely.Concat(shared.Find(text).SelectMany(found => byKey[found.Shown]).Where(process => process.Places.Any(places.Contains)).Select(process => process.Name));
    }

    /// <summary>The processes that have a name, whatever its case and accents, as they are shown.</summary>
    public IEnumerable<string> Named(string name) => byKey[Key(name)].Select(process => process.Name).Distinct(StringComparer.Ordinal);

    /// <summary>What people see: the name with places that are not in it, and years; null when it is not known.</summary>
    public string? LabelOf(string name)
    {
        if (!byName.TryGetValue(name, out var process))
        {
            return null;
        }

        var places = process.Places.Where(place => !name.Contains(place, StringComparison.Ordinal)).Take(2);
        return $"{name} ({string.Join(", ", places.Append(process.Years))})";
    }

    private static string[] Split(string part) => part.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string Key(string name) => string.Join(' ', Tokenizer.Tokens(name).Select(token => Folding.Fold(token.Text)));
}
