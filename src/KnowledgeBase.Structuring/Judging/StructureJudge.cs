using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Judging;

/// <summary>A judged reading: its figures, and what is behind them.</summary>
/// <param name="Score">The figures.</param>
/// <param name="Faults">Kinds of faults with the pages they are on.</param>
public sealed record JudgedStructure(StructureScore Score, StructureFaults Faults);

/// <summary>Compares the structure recovered from a document with what people read; the same figures as the project's own score script.</summary>
public static partial class StructureJudge
{
    /// <summary>Least overlap of a matched passage, of a heading or quote, of an attribution, and of passages that stand for each other at all.</summary>
    private const double Strict = 0.9, Alike = 0.85, Named = 0.8, Loose = 0.6, Inside = 0.7;

    /// <summary>Judges a reading.</summary>
    /// <param name="truth">What people read.</param>
    /// <param name="document">What the program made of it.</param>
    public static JudgedStructure Judge(TruthDocument truth, StructuredDocument document)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(document);
        var pairing = new StructurePairing(
            [.. truth.Passages.Where(passage => IsBody(passage.Role))],
            ReadBody(truth, document),
            [.. truth.Sections.Where(section => !section.NoTextLayer)],
            ReadSections(truth, document));
        return new(new(Figures(truth, document, pairing)), StructureFaults.Of(pairing, document));
    }

    private static Dictionary<string, FigureCount> Figures(TruthDocument truth, StructuredDocument document, StructurePairing pairing)
    {
        var matched = pairing.Passages;
        var sequence = matched.Values.ToList();
        var figures = new Dictionary<string, FigureCount>(StringComparer.Ordinal)
        {
            ["words"] = Words(pairing),
            ["headings"] = new(pairing.Headings.Count, pairing.ReadSections.Count, pairing.TrueSections.Count),
            ["levels"] = new(pairing.RightLevels.Count(), pairing.Headings.Count),
            ["passages"] = new(matched.Count, pairing.ReadBody.Count, pairing.TrueBody.Count),
            ["order"] = new(sequence.Zip(sequence.Skip(1)).Count(pair => pair.First < pair.Second), Math.Max(0, sequence.Count - 1)),
            ["roles"] = Share(matched, pair => pairing.TrueBody[pair.Key].Role == EnumWords.Of(pairing.ReadBody[pair.Value].Passage.Role)),
            ["markers"] = Share(
                matched.Where(pair => pairing.TrueBody[pair.Key].Marker is not null),
                pair => SameMarker(pairing.TrueBody[pair.Key].Marker, pairing.ReadBody[pair.Value].Passage.Marker)),
            ["pages"] = Pages(truth, document, pairing),
            ["footnotes"] = Footnotes(truth, document),
            ["refs"] = Marks(pairing),
            ["front"] = Front(truth, document.Front),
        };
        (figures["paths"], figures["full_paths"]) = Paths(truth, pairing);
        (figures["quotes"], figures["attributions"]) = Quotes(pairing);
        return figures;
    }

    private static FigureCount Words(StructurePairing pairing)
    {
        WordBag truth = WordBag.Sum(pairing.TrueBody.Select(passage => passage.Bag)), read = WordBag.Sum(pairing.ReadBody.Select(passage => passage.Bag));
        return new(truth.Common(read), read.Total, truth.Total);
    }

    private static (FigureCount Near, FigureCount Whole) Paths(TruthDocument truth, StructurePairing pairing)
    {
        var silent = truth.Sections.Where(section => section.NoTextLayer).Select(section => section.Bag).ToList();
        int near = 0, whole = 0, asked = 0;
        foreach (var (i, j) in pairing.Passages)
        {
            var right = pairing.TrueBody[i].HeadingPath;
            var read = pairing.ReadBody[j].Passage.HeadingPath.Select(WordBag.OfTitle).ToList();
            if (right.Count > 0 && silent.Exists(title => right[^1].Overlap(title) >= Alike))
            {
                continue;
            }

            asked++;
            near += Same(right.Count > 0 ? right[^1] : WordBag.Empty, read.Count > 0 ? read[^1] : WordBag.Empty) ? 1 : 0;
            whole += read.Count >= right.Count && right.Zip(read.Skip(read.Count - right.Count)).All(pair => Same(pair.First, pair.Second)) ? 1 : 0;
        }

        return (new(near, asked), new(whole, asked));
    }

    private static FigureCount Pages(TruthDocument truth, StructuredDocument document, StructurePairing pairing)
    {
        var asPdf = document.Source.Format == SourceFormat.Pdf && truth.Passages.Any(passage => passage.PdfPage is not null);
        return Share(
            pairing.Passages.Where(pair => PageOf(pair.Key) is not null && pairing.ReadBody[pair.Value].Passage.PageFirst is not null),
            pair => PageOf(pair.Key) == pairing.ReadBody[pair.Value].Passage.PageFirst);

        int? PageOf(int i) => asPdf ? pairing.TrueBody[i].PdfPage : pairing.TrueBody[i].PageFirst;
    }

    private static (FigureCount Quotes, FigureCount Attributions) Quotes(StructurePairing pairing)
    {
        var right = pairing.TrueBody.Where(passage => passage.Role == "quote").ToList();
        var read = pairing.ReadBody.Where(passage => passage.Passage.Role == PassageRole.Quote).ToList();
        var matched = BagMatching.Match([.. right.Select(quote => quote.Bag)], [.. read.Select(quote => quote.Bag)], Alike);
        return (
            new(matched.Count, read.Count, right.Count),
            Share(matched.Where(pair => right[pair.Key].Attribution.Total > 0), pair => right[pair.Key].Attribution.Overlap(WordBag.Of(read[pair.Value].Passage.Attribution)) >= Named));
    }

    private static FigureCount Footnotes(TruthDocument truth, StructuredDocument document)
    {
        var read = document.Footnotes.Where(note => IsJudged(truth, note.Page, note.Page)).ToList();
        var first = read.GroupBy(note => note.Number, StringComparer.Ordinal).ToDictionary(group => group.Key, group => WordBag.Of(group.First().Text), StringComparer.Ordinal);
        return new(truth.Footnotes.Count(note => first.TryGetValue(note.Number, out var bag) && note.Bag.Overlap(bag) >= Strict), read.Count, truth.Footnotes.Count);
    }

    private static FigureCount Marks(StructurePairing pairing)
    {
        var loose = BagMatching.Match([.. pairing.TrueBody.Select(passage => passage.Bag)], [.. pairing.ReadBody.Select(passage => passage.Bag)], Loose);
        var home = loose.ToDictionary(pair => pair.Value, pair => pair.Key);
        var right = pairing.TrueBody.SelectMany((passage, i) => passage.FootnoteRefs.Select(mark => (i, mark))).ToHashSet();
        // Marks in text that stands for no passage of the truth are wrong: they get places of their own.
        var read = pairing.ReadBody.SelectMany((passage, j) => passage.Passage.FootnoteRefs.Select(mark => (home.GetValueOrDefault(j, -1 - j), mark.Number))).ToHashSet();
        return new(right.Intersect(read).Count(), read.Count, right.Count);
    }

    private static FigureCount Front(TruthDocument truth, Documents.FrontMatter front)
    {
        var answers = new List<bool>();
        if (truth.Title.Total > 0)
        {
            answers.Add(truth.Title.Overlap(WordBag.OfTitle(front.Title)) >= Alike);
        }

        if (truth.Year is { } year)
        {
            answers.Add(front.Year == year || front.Event?.Year == year);
        }

        return new(answers.Count(right => right), answers.Count);
    }

    private static List<ReadPassage> ReadBody(TruthDocument truth, StructuredDocument document)
    {
        var body = document.Passages.Where(passage => IsBody(EnumWords.Of(passage.Role)) && IsJudged(truth, passage.PageFirst, passage.PageLast))
            .Select(passage => new ReadPassage(passage, WordBag.Of(passage.Text)));
        return [.. body.Where(passage =>
            !truth.ArguablePassages.Any(arguable => passage.Bag.ContainedIn(arguable) >= Inside)
            || truth.Passages.Any(right => IsBody(right.Role) && passage.Bag.Overlap(right.Bag) >= Loose))];
    }

    private static List<ReadSection> ReadSections(TruthDocument truth, StructuredDocument document)
    {
        var read = document.Sections.Where(section => IsJudged(truth, section.Page, section.Page)).Select(section => new ReadSection(section, WordBag.OfTitle(section.Title))).ToList();
        var arguable = truth.Sections.Where(section => section.NoTextLayer).Select(section => section.Bag).Concat(truth.ArguableSections).ToList();
        if (arguable.Count == 0)
        {
            return read;
        }

        var hit = BagMatching.Match([.. truth.Sections.Where(section => !section.NoTextLayer).Select(section => section.Bag)], [.. read.Select(section => section.Bag)], Alike).Values.ToHashSet();
        return [.. read.Where((section, j) => hit.Contains(j) || arguable.TrueForAll(title => section.Bag.Overlap(title) < Alike))];
    }

    private static bool IsBody(string role) => role is "paragraph" or "list_item" or "quote";

    private static bool IsJudged(TruthDocument truth, int? first, int? last) =>
        truth.PageRange is not { } range || first is null || (first <= range.Last && (last ?? first) >= range.First);

    private static bool Same(WordBag a, WordBag b) => a.Overlap(b) >= Alike || (a.Total == 0 && b.Total == 0);

    private static bool SameMarker(string? right, string? read) =>
        WordBag.Normalise(read).Length > 0 && NotWord().Replace(WordBag.Normalise(right), "") == NotWord().Replace(WordBag.Normalise(read), "");

    private static FigureCount Share(IEnumerable<KeyValuePair<int, int>> pairs, Func<KeyValuePair<int, int>, bool> isRight)
    {
        var asked = pairs.ToList();
        return new(asked.Count(isRight), asked.Count);
    }

    [GeneratedRegex(@"\W", RegexOptions.CultureInvariant)]
    private static partial Regex NotWord();
}
