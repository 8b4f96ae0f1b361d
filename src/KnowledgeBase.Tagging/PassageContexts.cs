using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Text;

namespace KnowledgeBase.Tagging;

/// <summary>Gathers for each passage of a document what a classifier may look at; the same for learning and for predicting.</summary>
public static class PassageContexts
{
    private const int FewestWords = 2;

    /// <summary>Every passage in reading order, then every footnote.</summary>
    public static IReadOnlyList<PassageInContext> Of(StructuredDocument document)
    {
        var contexts = new List<PassageInContext>(document.Passages.Count + document.Footnotes.Count);
        int? leadIn = null;
        for (var i = 0; i < document.Passages.Count; i++)
        {
            var passage = document.Passages[i];
            int? previous = i > 0 && SameSection(document.Passages[i - 1], passage) ? i - 1 : null;
            leadIn = passage.Role != PassageRole.ListItem || previous is null ? null : leadIn ?? previous;
            var tokens = Tokenizer.Tokenize(passage.Text);
            contexts.Add(new(
                passage.Id, passage.Text, passage.Role, passage.Language ?? document.Front.Language ?? LanguageGuess.Of(tokens), tokens)
            {
                HeadingPath = passage.HeadingPath,
                SectionKind = KindOfSection(document, passage.Section),
                Numbered = passage.Marker is not null,
                Previous = previous,
                Next = i + 1 < document.Passages.Count && SameSection(passage, document.Passages[i + 1]) ? i + 1 : null,
                LeadIn = leadIn,
                CanCarryTags = CanCarry(passage.Role) && SaysSomething(tokens),
            });
        }

        var byId = new Dictionary<PassageId, Passage>();
        foreach (var passage in document.Passages)
        {
            byId[passage.Id] = passage;
        }

        foreach (var footnote in document.Footnotes)
        {
            var citing = footnote.CitedBy is { } id && byId.TryGetValue(id, out var found) ? found : null;
            var words = Tokenizer.Tokenize(footnote.Text);
            contexts.Add(new(footnote.Id, footnote.Text, PassageRole.Footnote, footnote.Language ?? document.Front.Language ?? LanguageGuess.Of(words), words)
            {
                HeadingPath = citing?.HeadingPath ?? [],
                CanCarryTags = footnote.Type != FootnoteType.Citation && SaysSomething(words),
            });
        }

        return contexts;
    }

    private static bool SameSection(Passage a, Passage b) =>
        a.Section == b.Section && a.HeadingPath.SequenceEqual(b.HeadingPath, StringComparer.Ordinal);

    private static bool CanCarry(PassageRole role) =>
        role is not (PassageRole.Reference or PassageRole.Caption or PassageRole.Boilerplate);

    // A number, a date or a single word left over from print ("110.100", "Examples:") is judged by its headings alone, and those say nothing of it.
    private static bool SaysSomething(IReadOnlyList<Token> tokens) => tokens.Count(token => token.Word.Any(char.IsLetter)) >= FewestWords;

    private static SectionKind? KindOfSection(StructuredDocument document, int? section)
    {
        // A parent always stands before its children, so the walk ends.
        while (section is { } index && index >= 0 && index < document.Sections.Count)
        {
            if (document.Sections[index].Kind is { } kind)
            {
                return kind;
            }

            section = document.Sections[index].Parent is { } parent && parent < index ? parent : null;
        }

        return null;
    }
}
