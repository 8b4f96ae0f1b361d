using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Structuring.Text;

namespace KnowledgeBase.Structuring.Dump;

/// <summary>
/// Takes footnote marks out of running text. A mark is a number glued to a word; which numbers are marks follows from the sequence of the
/// notes: each is looked for after the mark before it.
/// </summary>
internal static class MarkFinder
{
    /// <param name="texts">Texts in reading order; null where no mark can stand (footnotes).</param>
    /// <param name="numbers">Note numbers in order.</param>
    public static IReadOnlyList<MarkedText> TakeOut(IReadOnlyList<string?> texts, IReadOnlyList<string> numbers)
    {
        var found = new Dictionary<int, List<MarkPlace>>();
        var places = texts.Select(t => t is null ? [] : MarkShape.All(t).ToList()).ToList();
        var loose = texts.Select(t => t is null ? [] : MarkShape.Loose(t).ToList()).ToList();
        var (block, offset) = (0, 0);
        foreach (var number in numbers.Select(n => int.Parse(n, CultureInfo.InvariantCulture)))
        {
            var next = Next(places, number, block, offset, strongOnly: true) ?? Next(places, number, block, offset, strongOnly: false)
                ?? Next(loose, number, block, offset, strongOnly: false);
            if (next is not { } hit)
            {
                continue;
            }

            if (!found.TryGetValue(hit.Block, out var inBlock))
            {
                found[hit.Block] = inBlock = [];
            }

            inBlock.Add(hit.Place);
            (block, offset) = (hit.Block, hit.Place.Start + 1);
        }

        return [.. texts.Select((t, i) => t is null ? MarkedText.Empty : Cut(t, found.GetValueOrDefault(i) ?? []))];
    }

    private static (int Block, MarkPlace Place)? Next(List<List<MarkPlace>> places, int number, int block, int offset, bool strongOnly)
    {
        for (var b = block; b < places.Count; b++)
        {
            foreach (var place in places[b])
            {
                if (place.Number == number && (b > block || place.Start >= offset) && (place.Strong || !strongOnly))
                {
                    return (b, place);
                }
            }
        }

        return null;
    }

    private static MarkedText Cut(string text, List<MarkPlace> marks)
    {
        var builder = new MarkedTextBuilder();
        var at = 0;
        foreach (var mark in marks.OrderBy(m => m.Start))
        {
            builder.Add(text[at..mark.Start]);
            builder.AddMark(mark.Number.ToString(CultureInfo.InvariantCulture));
            at = mark.Start + mark.Length;
        }

        builder.Add(text[at..]);
        return builder.Build();
    }
}
