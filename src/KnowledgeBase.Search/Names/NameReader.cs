using System.Text.RegularExpressions;
using KnowledgeBase.Documents;
using KnowledgeBase.Store;

namespace KnowledgeBase.Search.Names;

/// <summary>
/// Recognises places, organisations and peace processes in the passages of a document: known names, and organisations whose short form the document explains
/// itself. What it does not know it leaves alone.
/// </summary>
public static partial class NameReader
{
    /// <summary>The names in all passages and footnotes of a document, headings included.</summary>
    public static DocumentNames Read(StructuredDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var entries = PassageEntry.Of(document);
        var acronyms = entries.SelectMany(entry => AcronymFinder.Find(entry.Passage))
            .DistinctBy(acronym => acronym.ShortForm, StringComparer.Ordinal).ToArray();
        var learnt = Gazetteer.Of(acronyms.Where(IsNewOrganisation).SelectMany(acronym => new[]
        {
            (NameKind.Organisation, acronym.ShortForm, acronym.LongForm), (NameKind.Organisation, acronym.LongForm, acronym.LongForm),
        }));
        // The passages of a section share their headings.
        var headings = new Dictionary<string, NamedText>(StringComparer.Ordinal);
        return new([.. entries.Select(entry => Of(entry.Passage, learnt, headings))], acronyms);
    }

    private static PassageNames Of(Passage passage, Gazetteer learnt, Dictionary<string, NamedText> headings)
    {
        NamedText[] texts = [.. passage.HeadingPath.Select(heading => headings.TryGetValue(heading, out var known) ? known : headings[heading] = new(heading)), new(passage.Text)];
        var found = texts.SelectMany(text => Gazetteer.BuiltIn.Find(text).Concat(learnt.Find(text))).Distinct().ToArray();
        string[] places = [.. found.Where(name => name.Kind == NameKind.Place).Select(name => name.Shown)];
        string[] processes = [.. texts.SelectMany(text => PeaceProcesses.BuiltIn.Find(text, places)).Distinct(StringComparer.Ordinal)];
        return found.Length + processes.Length == 0
            ? PassageNames.None
            : new(places, [.. found.Where(name => name.Kind == NameKind.Organisation).Select(name => name.Shown)], processes);
    }

    // "Disarmament, Demobilization and Reintegration (DDR)" is explained too, but nobody one can meet.
    private static bool IsNewOrganisation(Acronym acronym) =>
        OrganisationWord().IsMatch(acronym.LongForm) && Gazetteer.BuiltIn.Shown(NameKind.Organisation, acronym.ShortForm) is null
        && Gazetteer.BuiltIn.Shown(NameKind.Organisation, acronym.LongForm) is null;

    [GeneratedRegex(
        @"\b(network|organi[sz]ation|mission|union|group|committee|commission|council|office|agency|programme|fund|army|forces?|part(y|i|ido)|movement|front|initiative|cent(re|er)|institute?|foundation|ministry|bank|court|assembly|association|coalition|community|league|society|authority|federation|alliance|unit|department|police|guard|university|tribunal|mechanism|conference|réseau|groupe|comité|conseil|bureau|agence|fonds|armée|mouvement|ministère|banque|cour|assemblée|communauté|ligue|société|autorité|fédération|centro|instituto|fundación|ministerio|banco|corte|asamblea|asociación|coalición|comunidad|liga|sociedad|autoridad|red|misión|organización|comisión|consejo|oficina|agencia|fondo|ejército|fuerzas?|movimiento|frente|iniciativa)s?\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex OrganisationWord();
}
