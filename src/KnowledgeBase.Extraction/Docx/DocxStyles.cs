using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction.Docx;

/// <summary>What a paragraph or character style gives, its chain of <c>basedOn</c> resolved.</summary>
/// <param name="Kind">What its name says a paragraph in it is, or null.</param>
/// <param name="HeadingLevel">Level from 1 when the name is that of a heading style, else 0.</param>
/// <param name="OutlineLevel">From 1 to 9, 10 for body text, or null when no style in the chain sets one.</param>
/// <param name="NumberingId">The list it belongs to, or null.</param>
/// <param name="NumberingLevel">Depth in that list from 0.</param>
internal sealed record DocxStyle(DeclaredKind? Kind, int HeadingLevel, int? OutlineLevel, int? NumberingId, int NumberingLevel)
{
    public static DocxStyle None { get; } = new(null, 0, null, null, 0);

    public bool? Bold { get; init; }

    public bool? Italic { get; init; }

    public bool? Hidden { get; init; }

    public bool? Raised { get; init; }

    public double? SizePoints { get; init; }

    public string? FontName { get; init; }

    public string? Color { get; init; }
}

/// <summary>The styles of a Word document by id.</summary>
internal sealed class DocxStyles
{
    private const int BodyOutlineLevel = 10;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocxStyle> _resolved = new(StringComparer.Ordinal);
    private readonly string? _defaultParagraphStyle;

    public DocxStyles(Styles? styles)
    {
        foreach (var style in styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id)
            {
                _styles.TryAdd(id, style);
                if (style.Type?.Value == StyleValues.Paragraph && style.Default is { } isDefault && isDefault.Value)
                {
                    _defaultParagraphStyle ??= id;
                }
            }
        }

        var run = styles?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle;
        DefaultSizePoints = HalfPoints(run?.FontSize?.Val?.Value) ?? 10;
        DefaultFontName = run?.RunFonts?.Ascii?.Value ?? "";
        Language = run?.Languages?.Val?.Value;
    }

    public double DefaultSizePoints { get; }

    public string DefaultFontName { get; }

    /// <summary>The language of the document's default text, a BCP 47 tag, or null.</summary>
    public string? Language { get; }

    /// <summary>The style of a paragraph; the default paragraph style when none is named.</summary>
    public DocxStyle OfParagraph(string? id) => Resolve(id ?? _defaultParagraphStyle, 0);

    /// <summary>A character style; nothing when none is named.</summary>
    public DocxStyle OfRun(string? id) => id is null ? DocxStyle.None : Resolve(id, 0);

    private DocxStyle Resolve(string? id, int depth)
    {
        // Chains are a handful of styles long; a longer one is a cycle.
        if (id is null || depth > 30 || !_styles.TryGetValue(id, out var style))
        {
            return DocxStyle.None;
        }

        if (_resolved.TryGetValue(id, out var known))
        {
            return known;
        }

        var parent = Resolve(style.BasedOn?.Val?.Value, depth + 1);
        var (kind, headingLevel) = StyleNames.Read(style.StyleName?.Val?.Value ?? id);
        var paragraph = style.StyleParagraphProperties;
        var run = style.StyleRunProperties;
        var outline = paragraph?.OutlineLevel?.Val?.Value + 1;
        var numbering = paragraph?.NumberingProperties;
        var resolved = new DocxStyle(
            kind ?? parent.Kind,
            kind is null ? parent.HeadingLevel : headingLevel,
            outline ?? (kind is not null and not DeclaredKind.Heading ? BodyOutlineLevel : parent.OutlineLevel),
            numbering?.NumberingId?.Val?.Value ?? parent.NumberingId,
            numbering?.NumberingLevelReference?.Val?.Value ?? parent.NumberingLevel)
        {
            Bold = Toggle(run?.Bold) ?? parent.Bold,
            Italic = Toggle(run?.Italic) ?? parent.Italic,
            Hidden = Toggle(run?.Vanish) ?? parent.Hidden,
            Raised = IsRaised(run?.VerticalTextAlignment) ?? parent.Raised,
            SizePoints = HalfPoints(run?.FontSize?.Val?.Value) ?? parent.SizePoints,
            FontName = run?.RunFonts?.Ascii?.Value ?? parent.FontName,
            Color = ColorOf(run?.Color?.Val?.Value) ?? parent.Color,
        };
        _resolved[id] = resolved;
        return resolved;
    }

    internal static bool? Toggle(OnOffType? property) => property is null ? null : property.Val?.Value ?? true;

    internal static bool? IsRaised(VerticalTextAlignment? property) =>
        property?.Val is { } value ? value.Value == VerticalPositionValues.Superscript : null;

    internal static double? HalfPoints(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var halves) ? halves / 2 : null;

    internal static string? ColorOf(string? value) =>
        value is { Length: 6 } && value.All(char.IsAsciiHexDigit) ? "#" + value.ToLowerInvariant() : null;
}
