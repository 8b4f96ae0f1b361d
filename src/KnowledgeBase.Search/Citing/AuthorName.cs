using System.Text.RegularExpressions;

namespace KnowledgeBase.Search.Citing;

/// <summary>An author's name, taken apart as far as a reference list needs it.</summary>
/// <param name="Family">Family name with its particle ("van der Berg"), or the whole name of an organisation.</param>
/// <param name="Given">Given names, or empty for an organisation and for a person known by one name.</param>
/// <param name="IsOrganisation">True when the name is never inverted nor shortened.</param>
public sealed partial record AuthorName(string Family, string Given, bool IsOrganisation)
{
    // Lower-case words that begin a family name in the languages of the field.
    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "du", "des", "la", "le", "ten", "ter", "zu", "bin", "ibn", "al", "el", "af", "av",
    };

    private static readonly HashSet<string> Suffixes = new(StringComparer.OrdinalIgnoreCase) { "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV" };

    /// <summary>"Given Family", or the organisation's name.</summary>
    public string InOrder => Given.Length == 0 ? Family : $"{Given} {Family}";

    /// <summary>"Family, Given", or the organisation's name.</summary>
    public string Inverted => Given.Length == 0 ? Family : $"{Family}, {Given}";

    /// <summary>"Family, G. N." with the given names' initials, hyphens kept ("J.-P."), or the organisation's name.</summary>
    public string WithInitials => Given.Length == 0 ? Family : $"{Family}, {string.Join(' ', Words().Split(Given).Select(Initials))}";

    /// <summary>Takes a printed name apart. A name that says it is a body, or has no shape of a person's name, stays whole.</summary>
    public static AuthorName Parse(string printed)
    {
        var name = Words().Replace(printed.Trim(), " ");
        if (OrganisationWord().IsMatch(name))
        {
            return new(name, "", true);
        }

        if (name.Split(',', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } family, { Length: > 0 } given] && !Suffixes.Contains(given))
        {
            return new(family, given, false);
        }

        var words = name.Split(' ');
        if (words.Length is 1 or > 5)
        {
            return new(name, "", words.Length > 1);
        }

        var end = Suffixes.Contains(words[^1]) && words.Length > 2 ? words.Length - 1 : words.Length;
        var start = end - 1;
        while (start > 1 && Particles.Contains(words[start - 1]) && char.IsLower(words[start - 1][0]))
        {
            start--;
        }

        var rest = end < words.Length ? $" {words[end]}" : "";
        return new(string.Join(' ', words[start..end]).TrimEnd(',') + rest, string.Join(' ', words[..start]), false);
    }

    private static string Initials(string name) => string.Join('-', name.Split('-', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => char.IsLetter(part[0]) ? $"{char.ToUpperInvariant(part[0])}." : part));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Words();

    // Bodies name themselves by what they are; English, French and Spanish words for it. A run of capitals is an acronym.
    [GeneratedRegex(
        @"\b(Network|Cent(er|re)|Institut(e|o|ion)?|University|Universit[éy]|Universidad|Foundation|Fond(s|ation)|Fundación|Association|Asociación|Commission|Comisión|Committee|Council|Consejo|Conseil|Department|Ministry|Ministère|Ministerio|United|Nations|Union|Office|Organi[sz]ation|Organización|Initiative|Program(me)?|Project|Secretariat|Division|Unit|Team|Group|Forum|Academy|Society|Bank|Agency|Alliance|Réseau|Red de)\b|^\p{Lu}{3,}$|\bfor\b|\band\b|&")]
    private static partial Regex OrganisationWord();
}
