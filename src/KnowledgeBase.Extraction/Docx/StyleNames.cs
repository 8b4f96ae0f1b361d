using System.Globalization;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Docx;

/// <summary>What the name of a paragraph style says, in the languages that Word and LibreOffice come in.</summary>
internal static partial class StyleNames
{
    /// <summary>Reads a style's name or id.</summary>
    /// <returns>The kind and, for headings, the level from 1; null and 0 for names that say nothing.</returns>
    public static (DeclaredKind? Kind, int HeadingLevel) Read(string name)
    {
        var heading = Heading().Match(name);
        if (heading.Success)
        {
            var level = heading.Groups["level"].Value;
            return (DeclaredKind.Heading, level.Length == 0 ? 1 : int.Parse(level, CultureInfo.InvariantCulture));
        }

        DeclaredKind? kind = name switch
        {
            _ when Contents().IsMatch(name) => DeclaredKind.Boilerplate,
            _ when Attribution().IsMatch(name) => DeclaredKind.Attribution,
            _ when Title().IsMatch(name) => DeclaredKind.Title,
            _ when Subtitle().IsMatch(name) => DeclaredKind.Subtitle,
            _ when Author().IsMatch(name) => DeclaredKind.Author,
            _ when Date().IsMatch(name) => DeclaredKind.Date,
            _ when Quote().IsMatch(name) => DeclaredKind.Quote,
            _ when Caption().IsMatch(name) => DeclaredKind.Caption,
            _ when Bibliography().IsMatch(name) => DeclaredKind.Reference,
            _ when ListItem().IsMatch(name) => DeclaredKind.ListItem,
            _ => null,
        };
        return (kind, 0);
    }

    [GeneratedRegex(
        @"^(?:heading|überschrift|berschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|nagłówek|naglowek|nadpis|заголовок|encabezado|en-?tête|cím(?:sor)?|başlık|otsikko|títol|标题|見出し|titlu)\s*(?<level>[1-9])(?:\s*(?:char|zchn|car))?$|^heading$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(
        @"^(?:toc|contents|tm|tdc|sommario|verzeichnis|inhaltsverzeichnis|índice|index|sumário)\s?(?:\d|heading|überschrift)$|^(?:toc heading|table of figures|table of contents|contents heading|inhaltsverzeichnisüberschrift|en-?tête de table des matières|titre tr\d?|header|footer|page number)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Contents();

    [GeneratedRegex(@"\battribution\b|^(?:quote|citation) (?:source|author)$|^signature$|^cite$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Attribution();

    [GeneratedRegex(
        @"^(?:(?:document|report|paper|cover)[ _-]?)?(?:title|titre|título|titulo|titel|titolo|tytuł|название)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(
        @"^(?:(?:document|report|paper|cover)[ _-]?)?(?:sub-?title|sous-titre|subtítulo|subtitulo|untertitel|sottotitolo|ondertitel|podtytuł)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Subtitle();

    [GeneratedRegex(@"^(?:authors?|byline|auteurs?|autor(?:es|in)?|autore|verfasser(?:in)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Author();

    [GeneratedRegex(@"^(?:date|fecha|datum|data)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(
        @"^(?:(?:intense|block|pull|long)[ _-]?)?(?:quote|quotations?)$|^block ?(?:text|quote|quotation)$|^(?:citation|cita|zitat|citazione|citaat|cytat)(?: (?:intense|destacada|intensa|intensiv|longue))?$|^intensives zitat$|^(?:texte|texto) en bloc$|^blocktext$|^normal \(block\)$|^kwot\w*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quote();

    [GeneratedRegex(@"^(?:(?:image|table|figure)[ _-]?)?(?:caption|légende|beschriftung|epígrafe|leyenda|didascalia|legenda|bijschrift)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Caption();

    [GeneratedRegex(@"^(?:bibliography|bibliographie|bibliografía|literaturverzeichnis|references?)(?: ?\d)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bibliography();

    [GeneratedRegex(
        @"^(?:list (?:bullet|number)|liste à (?:puces|numéros)|lista con (?:viñetas|números)|aufzählungszeichen|listennummer|listenummer|bullet(?:s|ed)?(?: list)?|numbered list)\s?\d?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ListItem();
}
