using System.Globalization;
using KnowledgeBase.Tagging.Text;

namespace KnowledgeBase.Tagging.Rules;

/// <summary>The cue words of one language, as written in the cues files beside this class.</summary>
public sealed class CueLexicon
{
    private readonly Dictionary<string, List<Cue>> byFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Cue>> byFirstPrefix = new(StringComparer.Ordinal);
    private readonly int[] prefixLengths;

    private CueLexicon(IReadOnlyList<CueGroup> groups, IEnumerable<Cue> cues)
    {
        Groups = groups;
        foreach (var cue in cues)
        {
            var index = cue.Parts[0].IsPrefix ? byFirstPrefix : byFirstWord;
            if (!index.TryGetValue(cue.Parts[0].Word, out var list))
            {
                index[cue.Parts[0].Word] = list = [];
            }

            list.Add(cue);
        }

        prefixLengths = byFirstPrefix.Keys.Select(prefix => prefix.Length).Distinct().Order().ToArray();
    }

    /// <summary>All groups in the order of the file.</summary>
    public IReadOnlyList<CueGroup> Groups { get; }

    /// <summary>Languages that have a lexicon, as two-letter codes.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "fr", "es"];

    /// <summary>Reads the built-in lexicon of one of <see cref="Languages"/>.</summary>
    public static CueLexicon Load(string language)
    {
        var name = $"cues.{language}.txt";
        using var stream = typeof(CueLexicon).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"There are no cue words for the language '{language}'.", nameof(language));
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd(), name);
    }

    /// <summary>Reads a lexicon from its text form.</summary>
    /// <param name="text">The form described at the head of cues.en.txt.</param>
    /// <param name="name">Names the file in errors.</param>
    /// <exception cref="FormatException">A line is neither comment, group nor cues; the message names file and line.</exception>
    public static CueLexicon Parse(string text, string name)
    {
        var groups = new List<CueGroup>();
        var cues = new List<Cue>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
            {
                continue;
            }

            if (line[0] != ' ')
            {
                groups.Add(ParseGroup(line, name, number));
            }
            else if (groups.Count == 0)
            {
                throw new FormatException($"{name}, line {number}: cues stand before the first group.");
            }
            else
            {
                cues.AddRange(line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(cue => ParseCue(cue, groups.Count - 1, name, number)));
            }
        }

        return new(groups, cues);
    }

    /// <summary>The cues in a text, by first word; a cue inside a longer one of the same group is not counted again.</summary>
    /// <param name="tokens">The text's words.</param>
    /// <param name="headings">True to seek the heading groups, false for the text groups.</param>
    public IReadOnlyList<CueHit> Find(IReadOnlyList<Token> tokens, bool headings)
    {
        var hits = new List<CueHit>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens[i].Word;
            if (byFirstWord.TryGetValue(word, out var exact))
            {
                Add(exact, tokens, i, headings, hits);
            }

            var lookup = byFirstPrefix.GetAlternateLookup<ReadOnlySpan<char>>();
            foreach (var length in prefixLengths)
            {
                if (length > word.Length)
                {
                    break;
                }

                if (lookup.TryGetValue(word.AsSpan(0, length), out var prefixed))
                {
                    Add(prefixed, tokens, i, headings, hits);
                }
            }
        }

        return hits;
    }

    private void Add(List<Cue> cues, IReadOnlyList<Token> tokens, int at, bool headings, List<CueHit> hits)
    {
        foreach (var cue in cues)
        {
            if (Groups[cue.Group].OnHeadings != headings || (cue.OpensClause && !tokens[at].OpensClause))
            {
                continue;
            }

            var end = Match(cue.Parts, 1, tokens, at + 1);
            if (end < 0)
            {
                continue;
            }

            var hit = new CueHit(cue.Group, tokens[at].Start, tokens[end - 1].End, at);
            var inside = hits.FindIndex(other => other.Group == hit.Group && other.Start < hit.End && hit.Start < other.End);
            if (inside < 0)
            {
                hits.Add(hit);
            }
            else if (hit.End - hit.Start > hits[inside].End - hits[inside].Start)
            {
                hits[inside] = hit;
            }
        }
    }

    private static int Match(IReadOnlyList<CuePart> parts, int part, IReadOnlyList<Token> tokens, int at)
    {
        if (part == parts.Count)
        {
            return at;
        }

        var reach = parts[part].AfterGap ? 3 : 0;
        for (var skip = 0; skip <= reach && at + skip < tokens.Count; skip++)
        {
            if (parts[part].Fits(tokens[at + skip].Word))
            {
                var end = Match(parts, part + 1, tokens, at + skip + 1);
                if (end >= 0)
                {
                    return end;
                }
            }
        }

        return -1;
    }

    private static CueGroup ParseGroup(string line, string name, int number)
    {
        var fields = line.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 3 || !double.TryParse(fields[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight))
        {
            throw new FormatException($"{name}, line {number}: a group is 'LABEL GROUP WEIGHT' or 'heading LABEL WEIGHT', found '{line}'.");
        }

        return fields[0] == "heading" ? new(fields[1], "heading", weight, true) : new(fields[0], fields[1], weight, false);
    }

    private static Cue ParseCue(string cue, int group, string name, int number)
    {
        var opens = cue.StartsWith('^');
        var parts = new List<CuePart>();
        var afterGap = false;
        foreach (var word in cue.TrimStart('^').Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == "..")
            {
                afterGap = true;
                continue;
            }

            // Cut as a text is cut, so that "don't" or "e-learning" in the file meets the same words in a text.
            var tokens = Tokenizer.Tokenize(word.TrimEnd('*'));
            for (var i = 0; i < tokens.Count; i++)
            {
                parts.Add(new(tokens[i].Word, word.EndsWith('*') && i == tokens.Count - 1, afterGap));
                afterGap = false;
            }
        }

        return parts.Count > 0 && !afterGap
            ? new(group, opens, parts)
            : throw new FormatException($"{name}, line {number}: the cue '{cue}' has no word to begin or end with.");
    }

    private sealed record Cue(int Group, bool OpensClause, IReadOnlyList<CuePart> Parts);

    private sealed record CuePart(string Word, bool IsPrefix, bool AfterGap)
    {
        public bool Fits(string word) =>
            IsPrefix ? word.StartsWith(Word, StringComparison.Ordinal) : string.Equals(word, Word, StringComparison.Ordinal);
    }
}
