using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Assembly;

/// <summary>What <see cref="RoleReader"/> found.</summary>
/// <param name="Of">The role of each block's passage, by block index; null for blocks that make no passage.</param>
/// <param name="MemberEntries">Texts of the entries of a list of members or participants, in reading order.</param>
internal sealed record BlockRoles(IReadOnlyList<PassageRole?> Of, IReadOnlyList<string> MemberEntries);

/// <summary>Gives passages the role that their heading and shape ask for: contents, imprint, members, bibliography.</summary>
internal static partial class RoleReader
{
    /// <summary>A list of members or earlier papers has entries, not paragraphs: most have at most this many words.</summary>
    private const int LongestEntryWords = 45;

    public static BlockRoles Read(IReadOnlyList<Block> blocks, SectionTree tree)
    {
        var roles = blocks.Select(b => DefaultRole(b)).ToList();
        var members = new SortedSet<int>();
        var content = Enumerable.Range(0, blocks.Count).Where(i => roles[i] is not null)
            .GroupBy(i => tree.SectionOfBlock[i] ?? -1)
            .ToDictionary(g => g.Key, g => g.ToList());
        foreach (var (section, indexes) in content)
        {
            var path = section < 0 ? [] : tree.PathOf(section).Select(HeadingKind.Fold).ToList();
            Apply(blocks, indexes, path, roles, members);
            if (section >= 0 && IsTransmittal(tree, section))
            {
                SetAll(indexes.Where(i => roles[i] is PassageRole.Paragraph), roles, PassageRole.Boilerplate);
            }
        }

        for (var i = 0; i < blocks.Count; i++)
        {
            if (roles[i] == PassageRole.Paragraph && (IsImprint(blocks[i].Text) || Signature().IsMatch(blocks[i].Text)))
            {
                roles[i] = PassageRole.Boilerplate;
            }
        }

        return new(roles, [.. members.Select(i => blocks[i].Text)]);
    }

    private static void Apply(
        IReadOnlyList<Block> blocks, List<int> indexes, List<string> path, List<PassageRole?> roles, SortedSet<int> members)
    {
        if ((path.Count > 0 && Contents().IsMatch(path[^1])) || path.Exists(h => Imprint().IsMatch(h)))
        {
            SetAll(indexes, roles, PassageRole.Boilerplate);
        }
        else if (path.Count > 0 && Members().IsMatch(path[^1]) && path[^1].Length < 90)
        {
            // "Participants" may also head a paragraph about them: only entries make a list.
            var entries = indexes.Where(i => IsMemberEntry(blocks[i])).ToList();
            if (entries.Count >= 2 && entries.Count * 2 > indexes.Count)
            {
                SetAll(entries, roles, PassageRole.Boilerplate);
                members.UnionWith(entries);
            }
        }
        else if (path.Exists(h => Bibliography().IsMatch(h)))
        {
            SetAll(indexes.Where(i => roles[i] is not PassageRole.Quote and not PassageRole.Caption), roles, PassageRole.Reference);
        }
        else if (path.Count > 0 && EarlierPapers().IsMatch(path[^1]))
        {
            var entries = indexes.Where(i => IsPaperEntry(blocks[i].Text)).ToList();
            if (entries.Count * 10 >= indexes.Count * 6)
            {
                SetAll(entries, roles, PassageRole.Reference);
            }
        }
    }

    private static void SetAll(IEnumerable<int> indexes, List<PassageRole?> roles, PassageRole role)
    {
        foreach (var i in indexes)
        {
            roles[i] = role;
        }
    }

    private static PassageRole? DefaultRole(Block block) => block.Kind switch
    {
        BlockKind.Paragraph => PassageRole.Paragraph,
        BlockKind.ListItem => PassageRole.ListItem,
        BlockKind.Quote => PassageRole.Quote,
        BlockKind.Reference => PassageRole.Reference,
        BlockKind.Caption => PassageRole.Caption,
        BlockKind.Table => PassageRole.Table,
        BlockKind.Boilerplate => PassageRole.Boilerplate,
        _ => null,
    };

    private static bool IsMemberEntry(Block block) =>
        block.Kind is BlockKind.ListItem or BlockKind.Paragraph or BlockKind.Table or BlockKind.Boilerplate
        && WordCount(block.Text) <= LongestEntryWords
        && (block.Kind == BlockKind.Table || !(SentenceInside().IsMatch(block.Text) || IsSentence(block.Text)));

    private static bool IsSentence(string text) => text[^1] is '.' or ':' && WordCount(text) > 8;

    private static bool IsPaperEntry(string text) =>
        WordCount(text) <= LongestEntryWords && Year().IsMatch(text) && !SentenceInside().IsMatch(text);

    private static bool IsImprint(string text) => WordCount(text) <= 120 && ImprintText().IsMatch(text);

    /// <summary>A letter that says no more than what is sent with it: the next section is the annex.</summary>
    private static bool IsTransmittal(SectionTree tree, int section) =>
        section + 1 < tree.Sections.Count && tree.Sections[section + 1] is { Page: { } next } annex && tree.Sections[section].Page is { } page && next <= page + 1
        && Letter().IsMatch(HeadingKind.Fold(tree.Sections[section].Title)) && Annex().IsMatch(HeadingKind.Fold(annex.Title));

    private static int WordCount(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"^(?:identical )?(?:letters?|notes? verbales?) dated\b|^(?:lettres?|notes? verbales?) (?:identiques )?datee?s?\b|^(?:cartas?|notas? verbales?) (?:identicas )?de fecha\b", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();

    [GeneratedRegex(@"^(?:annexe?|enclosure|appendix|anexo|apendice|piece jointe)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Annex();

    /// <summary>Who signed a letter: "(Signed) NAME, office".</summary>
    [GeneratedRegex(@"^\((?:Signed|Signé|Firmado)\)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();

    [GeneratedRegex(
        @"^(?:table of )?contents$|^table des matieres$|^sommaire$|^indice(?: general| de contenidos?)?$|^(?:tabla de )?contenidos?$|^inhalt(?:sverzeichnis)?$|^sumario$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Contents();

    [GeneratedRegex(
        @"^(?:imprint|impressum|colophon|copyright(?: notice)?|publication (?:details|information)|mentions legales|aviso legal|creditos|credits"
        + @"|about this publication|disclaimer|avertissement|clause de non-responsabilite|descargo de responsabilidad|exencion de responsabilidad|haftungsausschluss)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Imprint();

    [GeneratedRegex(
        @"\b(?:members|participants|attendees|member organi[sz]ations|membres|participants?|asistentes|participantes|miembros|integrantes|membros|teilnehm\w+|mitglieder)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Members();

    [GeneratedRegex(
        @"^(?:(?:list of |selected |further |key )?(?:references|bibliography|readings?|literature|sources|works cited|resources cited)(?: cited| consulted)?|references and .*|bibliograph\w+(?: .*)?"
        + @"|references(?: bibliographiques)?|ouvrages cites|sources citees|bibliografia(?: .*)?|referencias(?: bibliograficas)?|fuentes(?: .*)?|literatur(?:verzeichnis)?|quellen(?:verzeichnis)?)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Bibliography();

    [GeneratedRegex(
        @"^(?:previous|earlier|past|other|recent|further|also|more|precedent\w*|anterior\w*|autres|otr[oa]s|publications? (?:precedent|anterieur)\w*|publicaciones|numeros|fruhere|bisherige)\b"
        + @"|\b(?:in|of|de|dans) (?:this|the|cette|la|esta) serie?s?\b|\b(?:anterieur\w*|precedent\w*|anterior\w*)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex EarlierPapers();

    [GeneratedRegex(@"\b(?:1[89]|20)\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"\b\p{Ll}{2,}[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}+\s+\p{Ll}+", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceInside();

    [GeneratedRegex(
        @"^(?:©|\(c\) (?:1|2)|copyright\b|all rights reserved|tous droits réservés|todos los derechos reservados|alle rechte vorbehalten|ISSN\b|ISBN\b)"
        + @"|\b(?:views|opinions|findings)\b.{0,80}\b(?:do not|not) necessarily (?:reflect|represent)\b|n['’]engagent que|no reflejan necesariamente|ne reflètent pas (?:nécessairement|forcément)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ImprintText();
}
