using System.Reflection;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;
using KnowledgeBase.Search.Names;

namespace KnowledgeBase.Search.Query;

/// <summary>A term that is looked for beside another.</summary>
/// <param name="Text">As written in the thesaurus.</param>
/// <param name="Language">Its language.</param>
public sealed record RelatedTerm(string Text, TextLanguages Language);

/// <summary>Groups of terms that mean nearly the same. Immutable; terms are compared by the stems of their words.</summary>
public sealed class Thesaurus
{
    private const string ResourceName = "thesaurus.txt";

    private const int MostLongForms = 3;

    private static readonly Lazy<Thesaurus> Shipped = new(ReadShipped);

    private readonly Dictionary<string, List<RelatedTerm[]>> groups = new(StringComparer.Ordinal);

    private Thesaurus()
    {
    }

    /// <summary>No groups: nothing is expanded.</summary>
    public static Thesaurus Empty { get; } = new();

    /// <summary>The groups of <c>corpus/thesaurus.txt</c>, built into the program.</summary>
    public static Thesaurus BuiltIn => Shipped.Value;

    /// <summary>The longest term, in words.</summary>
    public int LongestTerm { get; private set; } = 1;

    /// <summary>Reads groups: one a line, terms parted by semicolons, "fr:" or "es:" before a term of that language, "#" before a remark.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">What to call it in an error.</param>
    /// <exception cref="RejectedInputException">A line is no group; the code is "thesaurus-line".</exception>
    public static Thesaurus Read(TextReader reader, string name)
    {
        var thesaurus = new Thesaurus();
        var number = 0;
        for (var line = reader.ReadLine(); line is not null; line = reader.ReadLine())
        {
            number++;
            if (line.Trim() is not { Length: > 0 } text || text.StartsWith('#'))
            {
                continue;
            }

            var terms = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Term).ToArray();
            if (terms.Length < 2 || terms.Any(t => Key(t.Text, t.Language).Length == 0))
            {
                throw new RejectedInputException(new Problem(
                    "thesaurus-line", $"Line {number} of '{name}' is no group of terms: write two or more, parted by semicolons."));
            }

            thesaurus.Add(terms);
        }

        return thesaurus;
    }

    /// <summary>The same groups, and one for each short form with what documents explain it by; groups of the thesaurus itself come first.</summary>
    /// <param name="acronyms">
    /// As often as documents explain them, each with its document's language; of several long forms in one language the three that most documents give.
    /// </param>
    public Thesaurus With(IEnumerable<(Acronym Acronym, TextLanguages Language)> acronyms)
    {
        ArgumentNullException.ThrowIfNull(acronyms);
        var more = new Thesaurus { LongestTerm = LongestTerm };
        foreach (var (key, list) in groups)
        {
            more.groups.Add(key, [.. list]);
        }

        // Papers in any language explain English names, and English ones are read beside them.
        var read = acronyms.SelectMany(each => new[] { each.Language, TextLanguages.English }.Distinct().Select(language => (each.Acronym, Language: language)));
        foreach (var explained in read.GroupBy(each => (each.Acronym.ShortForm, each.Language)))
        {
            // Long forms that differ only in their endings or their case are one.
            var (shortForm, language) = explained.Key;
            var longForms = explained.Select(each => each.Acronym.LongForm).GroupBy(form => Key(form, language), StringComparer.Ordinal)
                .Where(group => group.Key.Length > 0)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(MostLongForms);
            foreach (var same in longForms.Where(same => !RelatedTo(shortForm).Any(t => t.Language == language && Key(t.Text, language) == same.Key)))
            {
                more.Add([new(shortForm, language), new(same.First(), language)]);
            }
        }

        return more;
    }

    /// <summary>
    /// The other terms of all groups that have a term; none when no group has it. A short form in capitals is meant only where capitals are
    /// typed, or four letters or more: "car" is not the CAR.
    /// </summary>
    /// <param name="text">One word or several, in any language of the thesaurus, in any inflected form.</param>
    public IReadOnlyList<RelatedTerm> RelatedTo(string text)
    {
        var related = new List<RelatedTerm>();
        foreach (var language in TextLanguage.Each)
        {
            var key = Key(text, language);
            foreach (var group in groups.GetValueOrDefault(key, []))
            {
                if (group.Any(t => Key(t.Text, t.Language) == key && (!IsShortForm(t.Text) || text.Length > 3 || text.All(c => !char.IsLower(c)))))
                {
                    related.AddRange(group.Where(t => Key(t.Text, t.Language) != key && !related.Contains(t)));
                }
            }
        }

        return related;
    }

    /// <summary>What a short form in capitals stands for, in English, or null.</summary>
    public string? LongFormOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsShortForm(text) ? RelatedTo(text).FirstOrDefault(t => t.Language == TextLanguages.English && !IsShortForm(t.Text))?.Text : null;
    }

    private static RelatedTerm Term(string text) => text switch
    {
        ['f', 'r', ':', .. var french] => new(french.Trim(), TextLanguages.French),
        ['e', 's', ':', .. var spanish] => new(spanish.Trim(), TextLanguages.Spanish),
        _ => new(text, TextLanguages.English),
    };

    private static bool IsShortForm(string text) => text.Length > 1 && text.All(c => !char.IsLower(c)) && !text.Contains(' ', StringComparison.Ordinal);

    private static string Key(string text, TextLanguages language)
    {
        var words = WordAnalyser.Shared.Analyse(text, language).Words;
        return words.Count == 0 ? "" : $"{language} {string.Join(' ', words.Select(w => w.Stem))}";
    }

    private static Thesaurus ReadShipped()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourceName)!);
        return Read(reader, ResourceName);
    }

    private void Add(RelatedTerm[] terms)
    {
        foreach (var term in terms)
        {
            LongestTerm = Math.Max(LongestTerm, WordAnalyser.Shared.Analyse(term.Text, term.Language).Words.Count);
            var key = Key(term.Text, term.Language);
            if (!groups.TryGetValue(key, out var list))
            {
                groups.Add(key, list = []);
            }

            list.Add(terms);
        }
    }
}
