using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.FrontMatter;

/// <summary>Authors and editors.</summary>
internal static partial class PeopleReader
{
    public static IReadOnlyList<string> Authors(FrontMatterEvidence evidence, FrontLines lines)
    {
        if (evidence.HeadIsWritten && evidence.Metadata.Author is { } declared && Names(declared) is { Count: > 0 } written)
        {
            return written;
        }

        var printed = evidence.Blocks.Where(b => b.Kind == BlockKind.Author).SelectMany(Names).Distinct(StringComparer.Ordinal).ToList();
        if (printed.Count > 0)
        {
            return printed;
        }

        var labelled = Labelled(lines, AuthorLabel());
        if (labelled.Count > 0)
        {
            return labelled;
        }

        // The name in the file's properties may be that of whoever typed it; it counts when the title block prints it.
        return evidence.Metadata.Author is { } property && Names(property) is { Count: > 0 } names
            && names.TrueForAll(n => lines.TitleBlock.Concat(lines.Imprint).Any(l => l.Contains(n, StringComparison.OrdinalIgnoreCase))) ? names : [];
    }

    public static IReadOnlyList<string> Editors(FrontMatterEvidence evidence, FrontLines lines) =>
        evidence.HeadIsWritten && evidence.Declared("editors", "editor") is { } declared ? Names(declared) : Labelled(lines, EditorLabel());

    private static List<string> Labelled(FrontLines lines, Regex label) =>
        [.. lines.TitleBlock.Concat(lines.Imprint).Select(l => label.Match(l.Trim())).Where(m => m.Success)
            .SelectMany(m => Names(m.Groups["names"].Value)).Distinct(StringComparer.Ordinal)];

    /// <summary>The names of a block: line by line where that finds more of them, since authors often stand one below the other.</summary>
    private static List<string> Names(Block block)
    {
        var whole = Names(block.Text);
        var byLine = block.Printed.Where(l => l.End <= block.Text.Length).SelectMany(l => Names(block.Text[l.Start..l.End])).ToList();
        return byLine.Count > whole.Count ? byLine : whole;
    }

    /// <summary>Splits a line of names; what is no name (an affiliation) is dropped.</summary>
    private static List<string> Names(string line)
    {
        var bare = Brackets().Replace(Lead().Replace(line, ""), " ");
        return [.. Separator().Split(bare).Select(p => Whitespace.Collapse(p).Trim(' ', '.', ',', '*')).Where(p => Name().IsMatch(p) && !Body().IsMatch(p))];
    }

    [GeneratedRegex(@"^(?:by|par|por|von|di|written by|authors?\s*:|auteurs?\s*:|autor(?:es|en|in)?\s*:)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]|\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\s*(?:[;,|/•·\n]|\s&\s|\s(?:and|et|y|e|und|with|avec|con)\s)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?:(?:Dr|Prof|Mr|Ms|Mrs|Amb)\.?\s+)?\p{Lu}[\p{L}.’'-]*(?:\s+(?:de|del|de la|la|van|von|der|den|al|el|bin|ben|da|dos|ibn|\p{Lu}[\p{L}.’'-]*)){1,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(?:Centre|Center|Foundation|Institute?|Network|Academy|Organi[sz]ation|Resources|Project|Programme?|Unit|University|Ministry|Department|Nations|Secretariat|Group|Initiative|Office|Council|Committee|Fondation|Université|Fundación|Instituto|Universidad|Red)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Body();

    [GeneratedRegex(@"^(?:authors?|written by|auteur(?:e|s|es)?|autor(?:a|es|as|en|in)?|texte|text)\s*:\s*(?<names>.{4,200})$|^(?:by|par|por|written by)\s+(?<names>(?-i:\p{Lu}).{4,120})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AuthorLabel();

    [GeneratedRegex(@"^(?:(?:series |managing |copy )?editors?|edited by|éditeurs?|rédaction|sous la direction de|editor(?:a|es|as)?|edición|herausgeber(?:in)?|herausgegeben von|redaktion)\s*:?\s+(?<names>.{4,200})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EditorLabel();
}
