using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// Finds the title block at the head of the document: the title in the largest type, with subtitle, authors and date under it, and
/// the masthead above it. Ornaments in huge type and a masthead's names are kept from being headings.
/// </summary>
internal static partial class TitleBlock
{
    private const int LongestTitleWords = 48;

    /// <summary>Cover, its back, inner title page, imprint.</summary>
    private const int LastTitlePage = 4;

    /// <summary>Marks the blocks of the title block.</summary>
    public static IReadOnlyList<Piece> Find(IReadOnlyList<Piece> pieces, Typography type, int pageCount)
    {
        var result = WithoutMasthead(pieces, type);
        var lastPage = pageCount > 6 ? 2 : 1;
        var text = result.FindIndex(IsText);
        var candidates = result.Select((piece, index) => (piece, index))
            .Where(item => item.piece.Page <= lastPage && (item.piece.Kind is BlockKind.Heading or BlockKind.Quote || IsDisplayed(item.piece, type)) && item.piece.WordCount <= LongestTitleWords
                && item.piece.Size >= 1.15 * type.BodySize && item.piece.WordCount >= 2 && !NumberedOrContents().IsMatch(item.piece.Text)
                && (text < 0 || item.index < text || item.piece.Size >= 1.5 * type.BodySize))
            .ToList();
        if (candidates.Count == 0)
        {
            return result;
        }

        // A single huge word is an ornament ("BRIEF"); a title has several words.
        var (title, at) = candidates.OrderByDescending(item => item.piece.Size * Math.Sqrt(Math.Min(item.piece.WordCount, 8))).ThenBy(item => item.index).First();
        var cover = !result.Exists(piece => piece.Page == title.Page && IsText(piece));
        if (text >= 0 && !cover && result.Skip(text).Any(piece => piece.Kind == BlockKind.Heading && Math.Abs(piece.Size - title.Size) <= 0.4))
        {
            // Chapters set like the "title" mean that the document has none of its own.
            return result;
        }

        if (at > 0 && IsFirstPart(result[at - 1], title))
        {
            result[at] = title with { Kind = BlockKind.Subtitle };
            (title, at) = (result[at - 1], at - 1);
        }

        result[at] = title with { Kind = BlockKind.Title };
        MarkAround(result, at, type);
        MarkRepeated(result, at);
        if (HeadsText(result, at))
        {
            result[at] = title with { Kind = BlockKind.Heading };
        }

        return result;
    }

    /// <summary>Text right under the title stands under it, as under any heading; with authors or a date between them the title is the whole document's.</summary>
    private static bool HeadsText(List<Piece> pieces, int at)
    {
        var next = pieces.Skip(at + 1).FirstOrDefault(piece => piece.Kind is not (BlockKind.Boilerplate or BlockKind.Footnote));
        return next is not null && next.Page == pieces[at].Page && IsText(next);
    }

    /// <summary>Large type on the first page that a grid of short lines made look like a table.</summary>
    private static bool IsDisplayed(Piece piece, Typography type) =>
        piece.Kind == BlockKind.Table && piece.Page == 1 && piece.Lines.Count <= 3 && piece.Size >= 1.3 * type.BodySize && piece.WordCount >= 3;

    /// <summary>A sentence of running text; a note under a star at the foot of the page is none.</summary>
    private static bool IsText(Piece piece) =>
        piece.Marker is not ("*" or "∗" or "†") && piece.Kind is BlockKind.Paragraph or BlockKind.ListItem && piece.WordCount >= 8 && piece.Last.EndsSentence && piece.First.Text[0] is not '(';

    /// <summary>"Screens and silences:" in larger type just above the longer part of a title.</summary>
    private static bool IsFirstPart(Piece first, Piece title) =>
        first.Kind == BlockKind.Heading && first.Page == title.Page && first.WordCount >= 2 && first.Size >= title.Size - 0.4 && title.Box.Top >= first.Box.Top
        && title.Box.Top - first.Box.Bottom < (first.Text[^1] is ':' or '–' or '—' or '?' ? 2 : 0.6) * first.Size;

    private static void MarkAround(List<Piece> pieces, int at, Typography type)
    {
        for (var i = 0; i < at; i++)
        {
            if (pieces[i].WordCount <= 14 && pieces[i].Kind is BlockKind.Heading or BlockKind.Paragraph or BlockKind.Table && !pieces[i].Last.Text.EndsWith('.'))
            {
                pieces[i] = pieces[i] with { Kind = BlockKind.Boilerplate };
            }
        }

        var title = pieces[at];
        var page = pieces.Select((piece, index) => (piece, index)).Where(item => item.index > at && item.piece.Page == title.Page).ToList();
        var cover = !page.Exists(item => IsText(item.piece) || (item.piece.WordCount > 25 && item.piece.Kind is not (BlockKind.Footnote or BlockKind.Boilerplate)));
        var subtitled = pieces[at + 1 < pieces.Count ? at + 1 : at].Kind == BlockKind.Subtitle;
        foreach (var (piece, index) in page.Where(item => item.piece.Kind is not (BlockKind.Footnote or BlockKind.Subtitle)))
        {
            if (ContentsPages.IsContentsHeading(piece.Text))
            {
                break;
            }

            var display = piece.Kind is BlockKind.Heading or BlockKind.Table && piece.Size > 1.05 * type.BodySize && piece.Size <= title.Size + 0.4;
            if (Byline().IsMatch(piece.Text) && piece.WordCount <= 30 && !piece.Last.EndsSentence)
            {
                pieces[index] = piece with { Kind = BlockKind.Author };
            }
            else if (Date().IsMatch(piece.Text) && piece.WordCount <= 6)
            {
                pieces[index] = piece with { Kind = BlockKind.Date };
            }
            else if ((display && Names().IsMatch(WithoutMarks(piece.Text))) || IsByline(piece))
            {
                pieces[index] = piece with { Kind = BlockKind.Author };
            }
            else if (!subtitled && display && (index == at + 1 || cover) && (cover || IsBesideText(pieces, index)))
            {
                pieces[index] = piece with { Kind = BlockKind.Subtitle };
                subtitled = true;
            }
            else if (piece.WordCount <= 14 && !piece.Last.EndsSentence && piece.First.Marker is null && (cover || piece.Kind == BlockKind.Paragraph))
            {
                pieces[index] = piece with { Kind = BlockKind.Author };
            }
            else if (cover)
            {
                pieces[index] = piece with { Kind = BlockKind.Boilerplate };
            }
            else
            {
                break;
            }
        }
    }

    /// <summary>An inner title page says again what the cover says.</summary>
    private static void MarkRepeated(List<Piece> pieces, int at)
    {
        var said = pieces.Where(piece => piece.Kind is BlockKind.Title or BlockKind.Subtitle or BlockKind.Author)
            .Select(piece => PassageId.Normalise(piece.Text)).Where(words => words.Length > 8).ToHashSet(StringComparer.Ordinal);
        for (var i = at + 1; i < pieces.Count && pieces[i].Page <= LastTitlePage; i++)
        {
            if (pieces[i].Kind == BlockKind.Heading && pieces[i].Page > pieces[at].Page && said.Contains(PassageId.Normalise(pieces[i].Text)))
            {
                pieces[i] = pieces[i] with { Kind = BlockKind.Boilerplate };
            }
        }
    }

    /// <summary>A few short lines in the type of the text, the first of them names: authors, and what they wrote for.</summary>
    private static bool IsByline(Piece piece) =>
        piece.Kind == BlockKind.Paragraph && piece.Lines.Count is > 1 and <= 4 && !piece.Last.EndsSentence && (Names().IsMatch(WithoutMarks(piece.First.Unmarked)) || Names().IsMatch(WithoutMarks(string.Join(' ', piece.Lines.Select(line => line.Unmarked)))));

    /// <summary>Names with the marks between them that lead to affiliations taken for commas.</summary>
    private static string WithoutMarks(string names) => Gaps().Replace(NameMarks().Replace(names, ", "), ", ").TrimEnd(',', ' ');

    /// <summary>A subtitle is followed by another heading, an author or a date, not by running text of its own.</summary>
    private static bool IsBesideText(List<Piece> pieces, int index) =>
        index + 1 < pieces.Count && (pieces[index + 1].Kind is BlockKind.Heading or BlockKind.Date || (pieces[index + 1].WordCount <= 14 && !IsText(pieces[index + 1])));

    /// <summary>
    /// The masthead of United Nations documents: organ and symbol above a line that says how the document is distributed, and the
    /// date and language under it.
    /// </summary>
    private static List<Piece> WithoutMasthead(IReadOnlyList<Piece> pieces, Typography type)
    {
        var result = pieces.ToList();
        var distribution = result.FindIndex(piece => piece.Page == 1 && Distribution().IsMatch(piece.Text));
        if (distribution < 0)
        {
            return result;
        }

        var page = result[distribution].Box;
        var agenda = result.FindLastIndex(Math.Min(result.Count - 1, distribution + 16), piece => piece.Page == 1 && Agenda().IsMatch(piece.Text) && piece.WordCount <= 30 && piece.Size <= 1.25 * type.BodySize);
        if (agenda >= 0 && agenda + 2 < result.Count && result[agenda + 1].Kind == BlockKind.Heading && result[agenda + 2].Kind == BlockKind.Heading
            && result[agenda + 2].Size >= result[agenda + 1].Size && result[agenda + 2].WordCount >= 4)
        {
            // The name of the agenda item stands between its number and the document's own title.
            agenda++;
        }

        for (var i = 0; i < result.Count && result[i].Page == 1; i++)
        {
            var piece = result[i];
            var above = (piece.Box.Top < page.Bottom + 2 || i <= agenda) && piece.WordCount <= 30;
            var original = i > distribution && i <= distribution + 3 && piece.WordCount <= 8 && Original().IsMatch(piece.Text);
            if (above || original || i == distribution)
            {
                result[i] = piece with { Kind = BlockKind.Boilerplate, Marker = null };
            }
        }

        return result;
    }

    [GeneratedRegex(@"^(?:\p{L}+\.?\s+)?(?:\d{1,2}\s+)?(?:\p{L}+\.?\s+)?(?:de\s+)?(?:19|20)\d{2}$|^\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"^(?:[IVX]{1,5}|\d{1,2}(?:\.\d+)*|[A-Z])[.)]\s|^(?:table of )?contents|^table des mati|^sommaire$|^[íi]ndice$|^contenido", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumberedOrContents();

    [GeneratedRegex(@"^(?:by|par|por|prepared by|written by|préparé par|rédigé par|elaborado por|escrito por)\s*:?\s+\p{Lu}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Byline();

    /// <summary>Two or more names joined by "and" or a comma, each of two words or more.</summary>
    [GeneratedRegex(@"^\p{Lu}[\p{L}’'.-]+(?:\s(?:(?:de|del|della|di|da|la|van|von|der|den|al|bin)\s)*\p{Lu}[\p{L}’'.-]*)+(?:(?:,(?:\s(?:and|et|y|und|&))?| and| et| y| und| &)\s\p{Lu}[\p{L}’'.-]+(?:\s(?:(?:de|del|della|di|da|la|van|von|der|den|al|bin)\s)*\p{Lu}[\p{L}’'.-]*)+)+(?:\s\(.*\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex(@"(?<=\p{L}[.,]?)\s?(?:[*∗†‡§¶]+|\d{1,2}(?![\d\p{L}]))(?:\s?,?\s?(?:[*∗†‡§¶]+|\d{1,2}(?![\d\p{L}])))*", RegexOptions.CultureInvariant)]
    private static partial Regex NameMarks();

    [GeneratedRegex(@"\s*,(?:\s*,)*\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();

    [GeneratedRegex(@"\bDistr(?:\.|ibution\b|ibuci)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Distribution();

    /// <summary>The session and agenda item that a document is issued under stand above its title.</summary>
    [GeneratedRegex(@"\b(?:session|sesi[óo]n|sesiones)(?:\s*,?\s*\d{4})?\s*\*?$|\b(?:provisional )?agenda\b|^(?:Agenda )?[Ii]tems? \d|^Point \d+|^Tema \d+|ordre du jour|^(?:\p{L}+ )?year$", RegexOptions.CultureInvariant)]
    private static partial Regex Agenda();

    [GeneratedRegex(@"^Original\b|^\d{1,2}\s\p{L}+\s\d{4}", RegexOptions.CultureInvariant)]
    private static partial Regex Original();
}
