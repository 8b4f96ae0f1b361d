using System.Text.RegularExpressions;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Assembly;

/// <summary>Reads the entries of a list of members or participants.</summary>
internal static partial class MemberReader
{
    /// <summary>
    /// Addresses are taken off. A person is followed by the organisation (after a comma, dash, tab or in brackets) when most
    /// entries have that shape; otherwise the entry is the name of an organisation.
    /// </summary>
    public static IReadOnlyList<Member> Read(IReadOnlyList<string> entries)
    {
        var cleaned = entries.SelectMany(e => e.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(WithoutAddress)
            .Where(e => e.Length > 1).ToList();
        var people = cleaned.Count(e => Person().IsMatch(e) && !Organisation().IsMatch(Person().Match(e).Groups["name"].Value));
        return [.. cleaned.Select(e => people * 2 > cleaned.Count ? AsPerson(e) : new Member(e.Replace('\t', ' ')))];
    }

    private static Member AsPerson(string entry)
    {
        var match = Person().Match(entry);
        return match.Success
            ? new(match.Groups["name"].Value.Trim(), match.Groups["organisation"].Value.Trim().TrimEnd(')').Replace('\t', ' '))
            : new(entry.Replace('\t', ' '));
    }

    private static string WithoutAddress(string entry) =>
        TrailingJoin().Replace(Address().Replace(entry, ""), "").Trim(' ', ',', ';', '|', '\t');

    [GeneratedRegex(@"\(?\b(?:https?://|www\.)\S+|\S+@\S+\.\w+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?:[\s,;]+(?:&|and|et|y|und)\s*|[\s,;–-]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex TrailingJoin();

    [GeneratedRegex(
        @"^(?<name>(?:(?:Mr|Ms|Mrs|Dr|Prof|Amb|H\.E|M|Mme|Sr|Sra|Herr|Frau)\.?\s+)*(?:\p{Lu}[\p{L}.'’-]*|de|del|la|van|von|der|den|al|el|bin|ben|da|dos)(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|del|la|van|von|der|den|al|el|bin|ben|da|dos)){1,4})\s*(?:,|\t|\s[–—-]\s|\()\s*(?<organisation>\S.*)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    [GeneratedRegex(
        @"\b(?:Cent(?:re|er|ro)|Foundation|Fondation|Fundación|Institut[eo]?|Network|Réseau|Red|Academy|Académie|Organi[sz]ation|Resources|Project|Programme?|Unit|Council|Union|University|Universi\w+|Initiative|Ministry|Department|Committee|Group|Agency|Association|Peace)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Organisation();
}
