using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Assembly;

/// <summary>The sections of a document, and for each block the section it stands in.</summary>
/// <param name="Sections">In reading order.</param>
/// <param name="SectionOfBlock">By block index; null before the first heading. A heading stands in its own section.</param>
internal sealed partial record SectionTree(IReadOnlyList<Section> Sections, IReadOnlyList<int?> SectionOfBlock)
{
    /// <summary>Titles from the outermost section down to <paramref name="section"/>.</summary>
    public IReadOnlyList<string> PathOf(int? section)
    {
        var path = new List<string>();
        for (var s = section; s is { } i; s = Sections[i].Parent)
        {
            path.Insert(0, Sections[i].Title);
        }

        return path;
    }

    /// <summary>The note marks that headings and the title block carry, with their pages; they stand in no passage.</summary>
    public static IReadOnlyList<(string Number, int? Page)> MarksOfHeadings(IReadOnlyList<Block> blocks)
    {
        var marks = new List<(string Number, int? Page)>();
        foreach (var block in blocks.Where(b => b.Kind is BlockKind.Heading or BlockKind.Title or BlockKind.Subtitle or BlockKind.Author))
        {
            int? page = block.Printed.Count > 0 ? block.Printed[^1].Page : null;
            marks.AddRange(block.Refs.Select(r => (r.Number, page)));
            if (NoteMark().Match(block.Text) is { Success: true } mark && marks.TrueForAll(m => m.Number != mark.Value.Trim() || m.Page != page))
            {
                marks.Add((mark.Value.Trim(), page));
            }
        }

        return marks;
    }

    /// <summary>Builds the tree from the heading blocks.</summary>
    /// <param name="blocks">In reading order.</param>
    /// <param name="paged">Whether printed lines carry pages that mean something.</param>
    public static SectionTree Build(IReadOnlyList<Block> blocks, bool paged)
    {
        var headings = Enumerable.Range(0, blocks.Count).Where(i => blocks[i].Kind == BlockKind.Heading).ToList();
        var bare = HeadingNumber.BareIntegers([.. headings.Select(i => blocks[i].Number is null ? blocks[i].Text : "")]);
        var split = headings.Select((block, i) => Split(blocks[block], bare.GetValueOrDefault(i))).ToList();
        var levels = Levels([.. headings.Select(i => blocks[i])], [.. split.Select(s => s.Number)]);

        var sections = new List<Section>();
        var open = new Stack<int>();
        for (var i = 0; i < headings.Count; i++)
        {
            // What follows the contents page is no part of it, whatever type it is set in.
            while (open.Count > 0 && (sections[open.Peek()].Level >= levels[i] || Layout.ContentsPages.IsContentsHeading(sections[open.Peek()].Title)))
            {
                open.Pop();
            }

            var block = blocks[headings[i]];
            sections.Add(new(split[i].Number, split[i].Title, levels[i], paged && block.Printed.Count > 0 ? block.Printed[0].Page : null)
            {
                Parent = open.Count > 0 ? open.Peek() : null,
                LevelConfidence = block.LevelConfidence,
                Boxes = PrintedPlace.Boxes(block.Printed),
            });
            open.Push(i);
        }

        return new(WithKinds(sections), SectionsOfBlocks(blocks, sections));
    }

    private static (string? Number, string Title) Split(Block heading, string? bareInteger)
    {
        var text = NoteMark().Replace(Whitespace.Collapse(heading.Text), "");
        var (number, title) = heading.Number is not null ? (heading.Number, text)
            : bareInteger is not null ? (bareInteger, text[bareInteger.Length..].TrimStart())
            : HeadingNumber.Split(text);
        title = title.TrimEnd(':', ' ', '：');
        return (number?.TrimEnd('.'), title.Length > 0 ? title : text);
    }

    /// <summary>Levels from 1 without gaps; a heading of unknown level goes by its number, else one below the last known one.</summary>
    private static List<int> Levels(IReadOnlyList<Block> headings, IReadOnlyList<string?> numbers)
    {
        var levels = new List<int>();
        var lastKnown = 0;
        for (var i = 0; i < headings.Count; i++)
        {
            var level = headings[i].Level;
            if (level <= 0)
            {
                var depth = HeadingNumber.Depth(numbers[i]);
                level = depth > 0 ? depth : lastKnown + 1;
            }
            else
            {
                lastKnown = level;
            }

            levels.Add(level);
        }

        var rank = levels.Distinct().Order().Select((level, i) => (level, i)).ToDictionary(p => p.level, p => p.i + 1);
        return [.. levels.Select(l => rank[l])];
    }

    private static List<int?> SectionsOfBlocks(IReadOnlyList<Block> blocks, List<Section> sections)
    {
        var of = new List<int?>(blocks.Count);
        int? current = null;
        var next = 0;
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Heading)
            {
                current = next++;
            }
            else if (block.LeavesBox && current is { } box)
            {
                current = sections[box].Parent;
            }

            of.Add(current);
        }

        return of;
    }

    /// <summary>
    /// A section's own heading says its kind; else the sections right below a chapter that collects a kind ("Examples of good practices")
    /// are its instances, and a chapter without sections below it holds the kind itself.
    /// </summary>
    private static List<Section> WithKinds(IReadOnlyList<Section> sections)
    {
        var result = sections.Select(s =>
        {
            var (kind, ordinal) = HeadingKind.OfInstance(s.Title);
            return s with { Kind = kind, Ordinal = ordinal };
        }).ToList();

        for (var i = 0; i < sections.Count; i++)
        {
            if (result[i].Kind is not null || HeadingKind.OfChapter(sections[i].Title) is not { } kind)
            {
                continue;
            }

            var below = Enumerable.Range(0, sections.Count).Where(j => sections[j].Parent == i).ToList();
            var instances = below.Any(j => result[j].Kind is not null) ? [] : below.Where(j => !HeadingKind.IsFrame(sections[j].Title)).ToList();
            var advice = kind is SectionKind.Recommendation or SectionKind.Lesson;
            foreach (var instance in instances)
            {
                // No ordinal: one that is not printed would be invented.
                result[instance] = result[instance] with { Kind = kind };
            }

            if (below.Count == 0 || advice)
            {
                result[i] = result[i] with { Kind = kind };
            }
        }

        return result;
    }

    /// <summary>Stars after a heading's words lead to a note.</summary>
    [GeneratedRegex(@"(?<=[\p{L}\p{N}.)”’""'])\s*[*∗†‡]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex NoteMark();
}
