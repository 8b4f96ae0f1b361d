using System.Text.Json.Serialization;
using KnowledgeBase.Search.Answers;

namespace KnowledgeBase.Web.Api;

/// <summary>How the API writes and reads: snake case, unknown values left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(Part<DocumentSummary>))]
[JsonSerializable(typeof(Part<PassageShown>))]
[JsonSerializable(typeof(Part<ReviewShown>))]
[JsonSerializable(typeof(DocumentSummary))]
[JsonSerializable(typeof(PassageContext))]
[JsonSerializable(typeof(IReadOnlyList<ReviewShown>))]
[JsonSerializable(typeof(IReadOnlyList<PassageShown>))]
[JsonSerializable(typeof(IReadOnlyList<Desk.PeopleAgreement>))]
[JsonSerializable(typeof(FrontInput))]
[JsonSerializable(typeof(ReviewInput))]
[JsonSerializable(typeof(IReadOnlyList<CollectionSummary>))]
[JsonSerializable(typeof(CollectionShown))]
[JsonSerializable(typeof(CollectionInput))]
[JsonSerializable(typeof(CollectionItemsInput))]
[JsonSerializable(typeof(CollectionItemChange))]
[JsonSerializable(typeof(CollectionImport))]
[JsonSerializable(typeof(ExportInput))]
[JsonSerializable(typeof(IReadOnlyList<JobShown>))]
[JsonSerializable(typeof(VisibilityInput))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(KnowledgeBase.Tagging.Judging.TagFigures))]
[JsonSerializable(typeof(VersionShown))]
[JsonSerializable(typeof(IReadOnlyList<ActShown>))]
internal sealed partial class WebJson : JsonSerializerContext;
