using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Judging;

/// <summary>A query of the frozen set.</summary>
/// <param name="Id">Unique in the set.</param>
/// <param name="UserType">researcher, adviser or editor.</param>
/// <param name="Text">As typed.</param>
/// <param name="Need">What the user wants to know; readers judged against it.</param>
public sealed record OwnQuery(string Id, string UserType, string Text, string Need);

/// <summary>A passage that was judged, named so that it can be found in another store.</summary>
/// <param name="Key">Unique in the set.</param>
/// <param name="FileSha256">Of the document's file, in hexadecimal digits.</param>
/// <param name="Id">Its id when it was judged.</param>
/// <param name="Sketch">Of its text then: a document read otherwise may have cut it otherwise.</param>
public sealed record OwnPassage(string Key, string FileSha256, string Id, WordSketch Sketch);

/// <summary>What two readers, each alone, gave one passage for one query; grades from 0 (off) to 3 (answers).</summary>
/// <param name="Query">The query's id.</param>
/// <param name="Passage">The passage's key.</param>
/// <param name="First">Of reader A.</param>
/// <param name="Second">Of reader B.</param>
public sealed record OwnGrade(string Query, string Passage, int First, int Second)
{
    /// <summary>The mean, rounded down: what only one of them found good counts less.</summary>
    public int Merged => (First + Second) / 2;
}

/// <summary>
/// The project's own judged queries (corpus/queries): tab-separated files "queries.tsv", "passages.tsv", "grades.tsv" and "reports.tsv", each
/// with a line of headings. Texts are not part of it, only what finds them again.
/// </summary>
public sealed record OwnQueries(
    IReadOnlyList<OwnQuery> Queries, IReadOnlyList<OwnPassage> Passages, IReadOnlyList<OwnGrade> Grades, IReadOnlyList<(string File, string Sha256)> Reports)
{
    // Two passages with half of their word pairs in common are one passage cut at different places.
    private const double SamePassage = 0.5;

    /// <summary>Reads the set.</summary>
    /// <exception cref="RejectedInputException">"bad-collection": a file is missing or a line has another number of columns.</exception>
    public static OwnQueries Read(string folder) => new(
        [.. Lines(folder, "queries.tsv", 4).Select(c => new OwnQuery(c[0], c[1], c[2], c[3]))],
        [.. Lines(folder, "passages.tsv", 4).Select(c => new OwnPassage(c[0], c[1], c[2], WordSketch.Parse(c[3])))],
        [.. Lines(folder, "grades.tsv", 4).Select(c => new OwnGrade(c[0], c[1], Number(c[2]), Number(c[3])))],
        [.. Lines(folder, "reports.tsv", 2).Select(c => (c[0], c[1]))]);

    /// <summary>
    /// The set over the passages of a store. A judged passage is the one with its id, else the one of its document that is most like it, at
    /// least by half; grades of passages that are found no more are left out.
    /// </summary>
    /// <param name="texts">All passages: id, text and the hash of their document's file.</param>
    public JudgedSet Resolve(IReadOnlyList<(string Id, string Text, string FileSha256)> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var known = texts.Select(text => text.Id).ToHashSet(StringComparer.Ordinal);
        var byFile = texts.ToLookup(text => text.FileSha256, text => (text.Id, Sketch: WordSketch.Of(text.Text)));
        var idOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var passage in Passages)
        {
            var id = known.Contains(passage.Id)
                ? passage.Id
                : byFile[passage.FileSha256].Select(other => (other.Id, Likeness: other.Sketch.Likeness(passage.Sketch)))
                    .Where(other => other.Likeness >= SamePassage).OrderByDescending(other => other.Likeness).FirstOrDefault().Id;
            if (id is not null)
            {
                idOf.Add(passage.Key, id);
            }
        }

        var grades = Grades.Where(grade => idOf.ContainsKey(grade.Passage)).ToLookup(grade => grade.Query, grade => (Id: idOf[grade.Passage], grade.Merged));
        var queries = Queries
            .Select(query => new JudgedQuery(query.Id, query.Text, grades[query.Id].GroupBy(g => g.Id).ToDictionary(g => g.Key, g => g.Max(one => one.Merged))) { UserType = query.UserType })
            .Where(query => query.Grades.Values.Any(grade => grade > 0));
        return new("own", [.. texts.Select(text => new JudgedText(text.Id, "", text.Text))], [.. queries]);
    }

    /// <summary>
    /// How far the readers agree beyond chance: Cohen's kappa, with squared weights for grades that lie farther apart (J. Cohen, "Weighted
    /// kappa", 1968) and without weights. 1 is full agreement, 0 chance.
    /// </summary>
    public (double Weighted, double Plain) Kappa()
    {
        return (1 - Ratio((a, b) => (a - b) * (a - b)), 1 - Ratio((a, b) => a == b ? 0 : 1));

        double Ratio(Func<int, int, double> distance)
        {
            var seen = Grades.Average(grade => distance(grade.First, grade.Second));
            var first = Grades.CountBy(grade => grade.First).ToArray();
            var second = Grades.CountBy(grade => grade.Second).ToArray();
            var chance = first.Sum(a => second.Sum(b => (double)a.Value * b.Value * distance(a.Key, b.Key))) / ((double)Grades.Count * Grades.Count);
            return chance > 0 ? seen / chance : 0;
        }
    }

    private static IEnumerable<string[]> Lines(string folder, string name, int columns)
    {
        var path = Path.Combine(folder, name);
        var lines = File.Exists(path) ? File.ReadAllLines(path) : throw Rejection($"{path} is missing");
        return lines.Skip(1).Select((line, index) => line.Split('\t') is var cells && cells.Length == columns
            ? cells
            : throw Rejection($"{path}, line {index + 2}: {columns} columns separated by tabs expected"));
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Rejection($"'{text}' is no grade");

    private static RejectedInputException Rejection(string what) => new(new Problem("bad-collection", $"The judged collection cannot be used: {what}."));
}
