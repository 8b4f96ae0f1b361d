using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.FrontMatter;

/// <summary>Authors and editors.</summary>
internal static partial class PeopleReader
{
    /// <summary>Passages whose words are looked at.</summary>
    private const int TextRead = 400;

    /// <summary>More "names" than these, with nothing that calls them authors, are places on a map or a list of members.</summary>
    private const int MostUnlabelled = 15;

    /// <summary>Where a sentence may say who wrote the paper.</summary>
    private const int LastImprintPage = 4;
    private const int ImprintPassages = 25;

    /// <summary>How far under the title a name may stand.</summary>
    private const int TitleBlocks = 6;
    private const int TitleLines = 10;

    public static IReadOnlyList<string> Authors(FrontMatterEvidence evidence, FrontLines lines)
    {
        if (evidence.HeadIsWritten && evidence.Metadata.Author is { } declared && Names(declared) is { Count: > 0 } written)
        {
            return written;
        }

        // "Prepared by ..." says more than a name that stands alone, which may be whom to write to.
        var labelled = Labelled(lines, AuthorLabel());
        var printed = evidence.Blocks.Where(b => b.Kind == BlockKind.Author && !Contact().IsMatch(b.Text)).SelectMany(Names)
            .Distinct(StringComparer.Ordinal).ToList();
        if (printed.Count > MostUnlabelled)
        {
            printed = [];
        }

        var common = CommonWords(evidence);
        foreach (var found in labelled.Count >= printed.Count ? [labelled, printed] : new[] { printed, labelled })
        {
            if (found.FindAll(name => IsPerson(name, common)) is { Count: > 0 } people)
            {
                return people;
            }
        }

        if (Stated(evidence, WrittenBy()).FindAll(name => IsPerson(name, common)) is { Count: > 0 } stated)
        {
            return stated;
        }

        if (UnderTitle(evidence) is { } alone && IsPerson(alone, common))
        {
            return [alone];
        }

        // The name in the file's properties may be that of whoever typed it; it counts when the title block prints it.
        return evidence.Metadata.Author is { } property && Names(property) is { Count: > 0 } names
            && names.TrueForAll(n => lines.TitleBlock.Concat(lines.Imprint).Any(l => l.Contains(n, StringComparison.OrdinalIgnoreCase))) ? names : [];
    }

    public static IReadOnlyList<string> Editors(FrontMatterEvidence evidence, FrontLines lines) =>
        evidence.HeadIsWritten && evidence.Declared("editors", "editor") is { } declared ? Names(declared)
        : Labelled(lines, EditorLabel()) is { Count: > 0 } labelled ? labelled
        : Stated(evidence, EditedBy()).FindAll(name => IsPerson(name, CommonWords(evidence)));

    /// <summary>"This paper was written by Ana Muster (Sample Institute) and Ben Prov.", on the first pages.</summary>
    private static List<string> Stated(FrontMatterEvidence evidence, Regex statement) =>
        [.. evidence.Passages.TakeWhile(p => (p.PageFirst ?? 1) <= LastImprintPage).Take(ImprintPassages).Select(p => statement.Match(Whitespace.Collapse(Aside().Replace(p.Text, ""))))
            .Where(m => m.Success).SelectMany(m => Names(m.Groups["names"].Value)).Distinct(StringComparer.Ordinal)];

    /// <summary>A name on the title page with what the person does under it: "Ana Muster / Associate Professor / University of ...".</summary>
    private static string? UnderTitle(FrontMatterEvidence evidence)
    {
        var title = evidence.Blocks.ToList().FindIndex(b => b.Kind == BlockKind.Title);
        if (title < 0 || evidence.Blocks[title].Printed.Count == 0)
        {
            return null;
        }

        var lines = evidence.Blocks.Skip(title + 1).Take(TitleBlocks).Where(b => b.Kind is BlockKind.Boilerplate or BlockKind.Author or BlockKind.Paragraph or BlockKind.Heading)
            .TakeWhile(b => b.Printed.Count > 0 && b.Printed[0].Page == evidence.Blocks[title].Printed[0].Page)
            .SelectMany(b => b.Printed.Where(l => l.End <= b.Text.Length).Select(l => b.Text[l.Start..l.End].Trim())).Take(TitleLines).ToList();
        for (var i = 0; i + 1 < lines.Count && !Contact().IsMatch(lines[i]) && !ContactLabel().IsMatch(lines[i]); i++)
        {
            var bare = Degree().Replace(lines[i], "");
            if (Position().IsMatch(lines[i + 1]) && !Position().IsMatch(bare) && Names(bare) is [var name])
            {
                return name;
            }
        }

        return null;
    }

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

    /// <summary>Words that the text writes small: a "name" of nothing else ("OPEN DATA", "Official Records") is none.</summary>
    public static HashSet<string> CommonWords(FrontMatterEvidence evidence) =>
        evidence.Passages.Take(TextRead).SelectMany(p => SmallWord().Matches(p.Text)).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);

    private static bool IsPerson(string name, HashSet<string> common) =>
        !NoPerson().IsMatch(name) && !Position().IsMatch(name) && name.Split(' ', '-').Where(w => w.Length > 2).Any(w => !common.Contains(w.ToLowerInvariant()));

    /// <summary>Splits a line of names; what is no name (an affiliation) is dropped.</summary>
    private static List<string> Names(string line)
    {
        var bare = Brackets().Replace(Marks().Replace(Lead().Replace(line, ""), ";"), " ");
        return [.. Separator().Split(bare).Select(p => Whitespace.Collapse(p).Trim(' ', '.', ',', '*')).Where(p => Name().IsMatch(p) && !Body().IsMatch(p))];
    }

    [GeneratedRegex(@"^(?:(?:prepared|written|compiled|drafted|researched) by|(?:préparé|rédigé) par|(?:elaborado|escrito|preparado) por|by|par|por|von|di|authors?\s*:|auteurs?\s*:|autor(?:es|en|in)?\s*:)\s*:?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]|\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    /// <summary>Marks after a name that lead to a note or an affiliation part it from the next name: "Ana Muster1,2 Ben Prov∗".</summary>
    [GeneratedRegex(@"(?<=\p{L}\p{L}\.?)(?:[\s,]*(?:[*∗⁎†‡§¶⋆☆#]+|[¹²³⁰⁴-⁹]+|\d{1,2}(?![\d\p{L}])))+", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s*(?:\([^)]*\)|\[[^\]]*\])", RegexOptions.CultureInvariant)]
    private static partial Regex Aside();

    [GeneratedRegex(@"\s*(?:[,;]\s*(?:and|et|y|e|und|&)\s|[;,|/•·\n]|\s&\s|\s(?:and|et|y|e|und|with|avec|con)\s)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?:(?:Dr|Prof|Mr|Ms|Mrs|Amb)\.?\s+)?\p{Lu}[\p{L}.’'-]*(?:\s+(?:de|del|de la|la|van|von|der|den|al|el|bin|ben|da|dos|ibn|\p{Lu}[\p{L}.’'-]*)){1,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(?:Centre|Center|Foundation|Institute?|Network|Academy|Organi[sz]ation|Resources|Project|Programme?|Unit|University|Ministry|Department|Nations|Secretariat|Group|Initiative|Office|Council|Committee|Fondation|Université|Fundación|Instituto|Universidad|Red)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Body();

    /// <summary>Places, months, firms and words of sentences, which titles print with capitals too.</summary>
    [GeneratedRegex(
        @"^(?:New York|Nueva York|Addis Ab[ae]ba|San José|San Salvador|The Hague|La Haye|La Haya|Buenos Aires|Mexico City|Cape Town|Abu Dhabi|New Delhi|Sri Lanka|South Africa|Washington D\.?C\.?|Naciones Unidas|Nations Unies|United Nations|United Kingdom|United States)$"
        + @"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)$"
        + @"|\b(?:Ltd|LLC|Inc|GmbH|Consulting|Consultants|Associates|Partners|Press|Company|Division|Agency|Bank|Commission|Assembly|Records|Report|Review|Mission|Embassy|Government|Republic|Series|Version|Paper|Working|Brief|Supplement|Volume|No|Unidas|Unies)\b"
        + @"|(?i:\b(?:of|for|the|on|in|to|with|at|from|pour|sur|para|sobre|les|des)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex NoPerson();

    [GeneratedRegex(@"@|\+\d{1,3}[\s-]|\b(?:[Dd]irector|[Mm]anager|[Oo]fficer|[Cc]oordinator|[Cc]ontact)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Contact();

    [GeneratedRegex(@"\b(?:paper|report|guide|publication|study|brief|document|handbook|toolkit|note|manual) (?:was|has been) (?:written|authored|prepared|researched and written|co-authored) by (?<names>\p{Lu}.{4,400}?)(?:(?<=\p{Ll}{3})\.(?:\s|$)|\b(?:and )?edited by\b|\bwith (?:support|contributions|assistance)\b|$)", RegexOptions.CultureInvariant)]
    private static partial Regex WrittenBy();

    [GeneratedRegex(@"\b(?:was|were|and) edited by (?<names>\p{Lu}.{4,200}?)(?:(?<=\p{Ll}{3})\.(?:\s|$)|$)", RegexOptions.CultureInvariant)]
    private static partial Regex EditedBy();

    /// <summary>What a person is or where, as printed under a name.</summary>
    [GeneratedRegex(@"\b(?:Professor|Lecturer|Fellow|Researcher|Analyst|Consultant|Advisor|Adviser|Economist|Ingénieur|Chercheur|Chercheuse|Professeure?|Profesora?|Investigadora?|Consultora?|Ph\.?\s?D)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Position();

    [GeneratedRegex(@",?\s*(?:Ph\.?\s?D|M\.?A|M\.?Sc|LL\.?M|DBE|CBE)\.?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Degree();

    [GeneratedRegex(@"\b(?:contact|responses|enquiries|inquiries|supervis|funded|commissioned|reviewed|approved|submitted to|prepared for|présenté à|presentado a)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ContactLabel();

    [GeneratedRegex(@"(?<![\p{L}.])\p{Ll}{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex SmallWord();

    [GeneratedRegex(@"^(?:authors?|evaluators?|évaluat(?:eur|rice)(?:\(?e?s\)?)?|evaluador(?:es|as|a)?|(?:written|prepared|compiled|drafted) by|(?:préparé|rédigé) par|(?:elaborado|escrito|preparado) por|auteur(?:e|s|es)?|autor(?:a|es|as|en|in)?|texte|text)\s*:\s*(?<names>.{4,300})$|^(?:by|par|por|(?:written|prepared|compiled|drafted) by|(?:préparé|rédigé) par|(?:elaborado|escrito|preparado) por)\s+(?<names>(?-i:\p{Lu}).{4,160})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AuthorLabel();

    [GeneratedRegex(@"^(?:(?:series |managing |copy )?editors?|edited by|éditeurs?|rédaction|sous la direction de|editor(?:a|es|as)?|edición|herausgeber(?:in)?|herausgegeben von|redaktion)\s*:?\s+(?<names>.{4,200})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EditorLabel();
}
