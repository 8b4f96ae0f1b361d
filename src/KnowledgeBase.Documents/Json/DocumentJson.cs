using System.Text.Json;

namespace KnowledgeBase.Documents.Json;

/// <summary>
/// The document JSON of <c>kb extract --json</c>, <c>kb show --json</c> and the HTTP API: snake case, unknown values left out.
/// </summary>
public static class DocumentJson
{
    /// <summary>Writes one document, indented, as UTF-8.</summary>
    /// <param name="output">Where to; left open.</param>
    /// <param name="document">The document.</param>
    /// <param name="tags">The tags to show, by passage or footnote id; one without an entry shows none.</param>
    public static void Write(Stream output, StructuredDocument document, IReadOnlyDictionary<PassageId, PassageTags> tags)
    {
        ArgumentNullException.ThrowIfNull(output);
        JsonSerializer.Serialize(output, Shape(document, tags, false), DocumentJsonContext.Default.DocumentShape);
    }

    /// <summary>One document as a string.</summary>
    /// <inheritdoc cref="Write(Stream, StructuredDocument, IReadOnlyDictionary{PassageId, PassageTags})"/>
    public static string Write(StructuredDocument document, IReadOnlyDictionary<PassageId, PassageTags> tags) =>
        JsonSerializer.Serialize(Shape(document, tags, false), DocumentJsonContext.Default.DocumentShape);

    /// <summary>One document of a store as a string, with the documents that have much the same words.</summary>
    /// <inheritdoc cref="Write(Stream, StructuredDocument, IReadOnlyDictionary{PassageId, PassageTags})"/>
    /// <param name="related">Those that the reader may see.</param>
    /// <param name="why">True to say with every tag what spoke for it.</param>
    public static string WriteStored(StructuredDocument document, IReadOnlyDictionary<PassageId, PassageTags> tags, IReadOnlyList<RelatedForm> related, bool why) =>
        JsonSerializer.Serialize(
            Shape(document, tags, why) with { Related = related.Count > 0 ? [.. related.Select(Shape)] : null }, DocumentJsonContext.Default.DocumentShape);

    private static DocumentShape Shape(StructuredDocument document, IReadOnlyDictionary<PassageId, PassageTags> tags, bool why)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(tags);
        var front = document.Front;
        return new(
            document.Id.Value,
            new(document.Source.FileName, document.Source.Sha256, EnumWords.Of(document.Source.Format)),
            [.. front.Authors],
            [.. document.Sections.Select(Shape)],
            [.. document.Passages.Select(passage => Shape(passage, TagsOf(tags, passage.Id), why))],
            [.. document.Footnotes.Select(note => Shape(note, TagsOf(tags, note.Id), why))],
            [.. document.Passages.Where(passage => passage.Role == PassageRole.Reference).Select(passage => passage.Text)],
            [.. document.Members.Select(member => new MemberShape(member.Name, member.Organisation))],
            [.. document.Problems.Select(problem => new ProblemShape(problem.Code, problem.Message, problem.Page))])
        {
            Title = front.Title,
            Subtitle = front.Subtitle,
            Series = front.Series,
            Number = front.Number,
            Year = front.Year,
            Event = front.Event is { } meeting ? new(meeting.Name, meeting.Place, meeting.Year) : null,
            Editors = front.Editors.Count > 0 ? [.. front.Editors] : null,
            Publisher = front.Publisher,
            Place = front.Place,
            StandardNumber = front.StandardNumber,
            Doi = front.Doi,
            Url = front.Url,
            Language = front.Language,
            Pages = document.PageCount,
            Grade = document.Grade is { } grade ? new(grade.Letter, Round(grade.Score), [.. grade.Reasons]) : null,
        };
    }

    private static RelatedShape Shape(RelatedForm related) =>
        new(related.Document.Value, related.Kind, Round(related.Similarity), related.FileName) { Title = related.Title };

    private static SectionShape Shape(Section section) => new(section.Title, section.Level)
    {
        Number = section.Number,
        Page = section.Page,
        Kind = section.Kind is { } kind ? EnumWords.Of(kind) : null,
        Ordinal = section.Ordinal,
    };

    private static PassageShape Shape(Passage passage, PassageTags tags, bool why) => new(
        passage.Id.Value,
        EnumWords.Of(passage.Role),
        [.. passage.HeadingPath],
        passage.Text,
        [.. passage.FootnoteRefs.Select(mark => mark.Number)],
        Shape(tags.Kinds, why),
        TagSet.Kinds.Where(tags.Scores.ContainsKey).ToDictionary(kind => kind, kind => Round(tags.Scores[kind]), StringComparer.Ordinal),
        Shape(tags.Themes, why),
        Shape(tags.Addressees, why),
        Shape(passage.Boxes))
    {
        PageFirst = passage.PageFirst,
        PageLast = passage.PageLast,
        PageLabelFirst = passage.PageLabelFirst,
        PageLabelLast = passage.PageLabelLast,
        Attribution = passage.Attribution,
        Marker = passage.Marker,
        Label = passage.Label,
        Language = passage.Language,
        OcrConfidence = passage.OcrConfidence is { } confidence ? Round(confidence) : null,
    };

    private static FootnoteShape Shape(Footnote note, PassageTags tags, bool why) => new(
        note.Id.Value, note.Number, note.Text, EnumWords.Of(note.Type), Shape(tags.Kinds, why), Shape(tags.Themes, why), Shape(tags.Addressees, why), Shape(note.Boxes))
    {
        Page = note.Page,
        PageLabel = note.PageLabel,
        PassageId = note.CitedBy?.Value,
    };

    private static TagShape[] Shape(IReadOnlyList<Tag> tags, bool why) => [.. tags.Select(tag => new TagShape(tag.Label, Round(tag.Confidence), EnumWords.Of(tag.Origin))
    {
        Evidence = why ? [.. tag.Evidence.Select(evidence => new EvidenceShape(evidence.Source, evidence.Text, Round(evidence.Weight)))] : null,
    })];

    private static BoxShape[] Shape(IReadOnlyList<PageBox> boxes) => [.. boxes.Select(box => new BoxShape(
        box.Page, Round(box.Box.Left), Round(box.Box.Top), Round(box.Box.Right), Round(box.Box.Bottom)))];

    private static PassageTags TagsOf(IReadOnlyDictionary<PassageId, PassageTags> tags, PassageId id) =>
        tags.TryGetValue(id, out var found) ? found : PassageTags.None;

    // Points to a thousandth of a millimetre and confidences to a tenth of a percent say all there is to say.
    private static double Round(double value) => Math.Round(value, 3);
}
