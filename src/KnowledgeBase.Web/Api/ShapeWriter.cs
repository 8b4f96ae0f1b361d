using KnowledgeBase.Documents;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Citing;
using KnowledgeBase.Store;
using KnowledgeBase.Store.Desk;
using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Jobs;
using KnowledgeBase.Web.Reading;

namespace KnowledgeBase.Web.Api;

/// <summary>The store's records in the shapes of the API.</summary>
internal static class ShapeWriter
{
    public static DocumentSummary Shape(DocumentInfo info, Viewer viewer) => new(
        info.Id.Value,
        info.Source.FileName,
        EnumWords.Of(info.Source.Format),
        info.Front.Authors,
        info.PassageCount,
        info.FootnoteCount,
        $"/documents/{info.Id.Value}")
    {
        Title = info.Title,
        Subtitle = info.Front.Subtitle,
        Series = info.Series,
        Number = info.Number,
        Year = info.Year,
        Language = info.Language,
        Grade = info.GradeLetter,
        Visibility = viewer.IsEditor ? EnumWords.Of(info.Visibility) : null,
        Version = info.Version,
        UpdatedAt = info.UpdatedAt,
    };

    public static PassageShown Shape(PassageInDocument found, CitationWriter citations)
    {
        var (passage, info, tags) = (found.Entry.Passage, found.Document.Info, found.Tags);
        return new(
            passage.Id.Value,
            passage.Text,
            EnumWords.Of(passage.Role),
            Shape(tags.Kinds),
            Shape(tags.Themes),
            Shape(tags.Addressees),
            new(info.Id.Value, info.Source.FileName)
            {
                Title = info.Title, Series = info.Series, Number = info.Number, Year = info.Year, Grade = info.GradeLetter,
            },
            passage.HeadingPath,
            citations.CitePassage(info.Front, info.Source.FileName, found.Entry).Text,
            [.. found.Boxes.Select(box => new PageArea(box.Page, Round(box.Box.Left), Round(box.Box.Top), Round(box.Box.Right), Round(box.Box.Bottom)))],
            [.. found.Footnotes.Select(note => new FootnoteShown(note.Id.Value, note.Number, EnumWords.Of(note.Type), note.Text))],
            $"/passages/{passage.Id.Value}")
        {
            PageFirst = passage.PageFirst,
            PageLast = passage.PageLast,
            PageLabel = passage.PageLabelFirst,
            Attribution = passage.Attribution,
            Marker = passage.Marker,
            Note = found.Entry.NoteNumber,
            Language = passage.Language ?? info.Language,
            MovedFrom = found.MovedFrom?.Value,
            PageImage = info.Source.Format == SourceFormat.Pdf && passage.PageFirst is { } page
                ? FormattableString.Invariant($"{SitePaths.Api}/documents/{info.Id.Value}/pages/{page}.png")
                : null,
        };
    }

    public static ReviewShown Shape(Review review) => new(
        review.Id, review.Passage.Value, EnumWords.Of(review.Field), review.Label, EnumWords.Of(review.Decision), review.Person, review.At, review.Why,
        review.UndoneBy);

    public static CollectionSummary Shape(CollectionInfo info) => new(info.Id, info.Name, info.Note, info.UsedIn, info.Count, info.UpdatedAt);

    public static CollectionShown Shape(CollectionContents contents, Library library, CitationWriter citations) => new(
        contents.Info.Id,
        contents.Info.Name,
        contents.Info.Note,
        contents.Info.UsedIn,
        contents.Info.UpdatedAt,
        [.. contents.Items.Select(item => Shape(item, library.Passage(item.Passage), citations))],
        library.Viewer.IsEditor ? contents.LastChange : null,
        library.Viewer.IsEditor ? contents.LastChangeId : null);

    public static JobShown Shape(Job job) => new(
        job.Id, job.Kind, EnumWords.Of(job.State), job.Input, job.Progress, JobOutcome.Read(job.Result), job.CreatedAt, job.UpdatedAt);

    private static CollectionItemShown Shape(CollectionItem item, PassageInDocument? found, CitationWriter citations) => new(
        item.Id,
        item.Passage.Value,
        found?.Entry.Passage.Text ?? item.Text,
        item.Section,
        item.Note,
        found is null ? null : citations.CitePassage(found.Document.Info.Front, found.Document.Info.Source.FileName, found.Entry).Text);

    private static TagExplained[] Shape(IReadOnlyList<Tag> tags) =>
    [
        .. tags.Select(tag => new TagExplained(
            tag.Label,
            Math.Round(tag.Confidence, 3),
            EnumWords.Of(tag.Origin),
            [.. tag.Evidence.Select(e => new EvidenceShown(e.Source, e.Text, Math.Round(e.Weight, 3)))])),
    ];

    private static double Round(double value) => Math.Round(value, 3);
}
