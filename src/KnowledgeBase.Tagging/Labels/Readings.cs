using KnowledgeBase.Documents;

namespace KnowledgeBase.Tagging.Labels;

/// <summary>A passage of a real report as two readers labelled it, each alone; its words are not at hand.</summary>
/// <param name="FileSha256">Of the report's file.</param>
/// <param name="Passage">Its id in the document read from that file.</param>
/// <param name="ByChance">True when it was drawn by chance; false when it was sought out as likely to carry a rare tag.</param>
/// <param name="First">Tags of one reader; true for those that the reader called arguable.</param>
/// <param name="Second">Tags of the other.</param>
public sealed record Reading(
    string FileSha256, PassageId Passage, bool ByChance, IReadOnlyDictionary<string, bool> First, IReadOnlyDictionary<string, bool> Second)
{
    private const string Broken = "broken";

    /// <summary>True when both readers found the text cut or no passage at all.</summary>
    public bool IsBroken => First.ContainsKey(Broken) && Second.ContainsKey(Broken);

    /// <summary>Due is what both gave and not both called arguable; arguable is all else that one of them gave.</summary>
    public PassageLabels Labels
    {
        get
        {
            var due = First.Where(tag => tag.Key != Broken && Second.TryGetValue(tag.Key, out var doubted) && !(tag.Value && doubted))
                .Select(tag => tag.Key).ToHashSet(StringComparer.Ordinal);
            return new(due, First.Keys.Concat(Second.Keys).Where(tag => tag != Broken && !due.Contains(tag)).ToHashSet(StringComparer.Ordinal));
        }
    }
}

/// <summary>Reads tags.tsv of a folder of readings.</summary>
public static class ReadingFile
{
    /// <summary>Name of the file in its folder.</summary>
    public const string Name = "tags.tsv";

    private const int Columns = 5;

    /// <summary>All readings, in the order of the file.</summary>
    /// <param name="folder">Holds <see cref="Name"/>.</param>
    /// <exception cref="RejectedInputException">The file is missing, or a line is not of its form (<c>bad-readings</c>).</exception>
    public static IReadOnlyList<Reading> ReadFolder(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            throw new RejectedInputException(new("bad-readings", $"There is no file '{path}'. --readings takes a folder like corpus/readings."));
        }

        return File.ReadLines(path).Skip(1).Select((line, index) => Read(line, $"{path}, line {index + 2}")).ToList();
    }

    private static Reading Read(string line, string place)
    {
        var fields = line.Split('\t');
        if (fields.Length != Columns || fields[2] is not ("random" or "likely"))
        {
            throw new RejectedInputException(new(
                "bad-readings", $"{place}: five fields divided by tabs are wanted: file_sha256, passage, random or likely, and the tags of two readers."));
        }

        return new(fields[0], new(fields[1]), fields[2] == "random", Tags(fields[3], place), Tags(fields[4], place));
    }

    private static Dictionary<string, bool> Tags(string field, string place)
    {
        var tags = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var word in field == "-" ? [] : field.Split(','))
        {
            var tag = word.TrimEnd('?');
            if (tag != "broken" && !TagSet.Kinds.Contains(tag) && !TagSet.Themes.Contains(tag) && !TagSet.Addressees.Contains(tag))
            {
                throw new RejectedInputException(new("bad-readings", $"{place}: '{word}' is no tag."));
            }

            tags[tag] = word.EndsWith('?');
        }

        return tags;
    }
}
