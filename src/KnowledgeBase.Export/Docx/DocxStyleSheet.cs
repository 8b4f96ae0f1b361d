using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace KnowledgeBase.Export.Docx;

/// <summary>The styles, under the names that Word gives its own, so that templates can restyle them.</summary>
internal static class DocxStyleSheet
{
    public const string Title = "Title";
    public const string Quote = "Quote";
    public const string FootnoteText = "FootnoteText";
    public const string FootnoteReference = "FootnoteReference";
    public const string Bibliography = "Bibliography";
    public const string Disclaimer = "Disclaimer";
    private const string Normal = "Normal";
    private const int DeepestHeading = 6;

    /// <summary>The id of a heading's style.</summary>
    /// <param name="level">From 1; deeper than 6 counts as 6.</param>
    public static string Heading(int level) => string.Create(CultureInfo.InvariantCulture, $"Heading{Math.Clamp(level, 1, DeepestHeading)}");

    public static Styles Build(CultureInfo language)
    {
        var styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = "Cambria", HighAnsi = "Cambria", ComplexScript = "Cambria" }, new FontSize { Val = "22" }, new Languages { Val = language.Name })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                    new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = Normal, Default = true },
            Paragraph(Title, "Title", new StyleParagraphProperties(Spacing(0, 160)), new StyleRunProperties(new Bold(), new FontSize { Val = "40" })),
            Paragraph(Quote, "Quote", new StyleParagraphProperties(Spacing(60, 160), new Indentation { Left = "567", Right = "567" }), new StyleRunProperties()),
            Paragraph(
                FootnoteText, "footnote text",
                new StyleParagraphProperties(new SpacingBetweenLines { After = "40", Line = "240", LineRule = LineSpacingRuleValues.Auto }),
                new StyleRunProperties(new FontSize { Val = "18" })),
            Paragraph(
                Bibliography, "Bibliography", new StyleParagraphProperties(Spacing(0, 100), new Indentation { Left = "567", Hanging = "567" }), new StyleRunProperties()),
            Paragraph(
                Disclaimer, Disclaimer, new StyleParagraphProperties(Spacing(0, 240)),
                new StyleRunProperties(new Italic(), new Color { Val = "595959" }, new FontSize { Val = "19" })),
            new Style(
                new StyleName { Val = "footnote reference" }, new StyleRunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }))
            {
                Type = StyleValues.Character,
                StyleId = FootnoteReference,
            });
        for (var level = 1; level <= DeepestHeading; level++)
        {
            styles.Append(HeadingStyle(level));
        }

        return styles;
    }

    private static Style HeadingStyle(int level)
    {
        var halfPoints = Math.Max(32 - (4 * (level - 1)), 22).ToString(CultureInfo.InvariantCulture);
        return Paragraph(
            Heading(level), string.Create(CultureInfo.InvariantCulture, $"heading {level}"),
            new StyleParagraphProperties(new KeepNext(), new KeepLines(), Spacing(320, 120), new OutlineLevel { Val = level - 1 }),
            new StyleRunProperties(new Bold(), new FontSize { Val = halfPoints }));
    }

    private static Style Paragraph(string id, string name, StyleParagraphProperties paragraph, StyleRunProperties run) =>
        new(new StyleName { Val = name }, new BasedOn { Val = Normal }, new PrimaryStyle(), paragraph, run) { Type = StyleValues.Paragraph, StyleId = id, CustomStyle = id == Disclaimer ? true : null };

    // Twentieths of a point.
    private static SpacingBetweenLines Spacing(int before, int after) => new()
    {
        Before = before.ToString(CultureInfo.InvariantCulture),
        After = after.ToString(CultureInfo.InvariantCulture),
    };
}
