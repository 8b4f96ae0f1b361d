using System.Globalization;
using AngleSharp.Dom;
using DocumentFormat.OpenXml.Wordprocessing;
using KnowledgeBase.Extraction.Docx;

namespace KnowledgeBase.Extraction.Html;

/// <summary>The labels a browser shows for the items of one list.</summary>
internal sealed class HtmlListNumbering
{
    private readonly bool _ordered;
    private readonly int _step;
    private readonly NumberFormatValues _format;
    private int _next;

    public HtmlListNumbering(IElement list)
    {
        _ordered = list.LocalName == "ol";
        var reversed = list.HasAttribute("reversed");
        _step = reversed ? -1 : 1;
        _next = Number(list.GetAttribute("start")) ?? (reversed ? list.Children.Count(c => c.LocalName == "li") : 1);
        _format = list.GetAttribute("type") switch
        {
            "a" => NumberFormatValues.LowerLetter,
            "A" => NumberFormatValues.UpperLetter,
            "i" => NumberFormatValues.LowerRoman,
            "I" => NumberFormatValues.UpperRoman,
            _ => NumberFormatValues.Decimal,
        };
    }

    /// <summary>Counts one item and writes its label, "3." or "•".</summary>
    public string Next(IElement item)
    {
        if (!_ordered)
        {
            return "•";
        }

        var number = Number(item.GetAttribute("value")) ?? _next;
        _next = number + _step;
        return NumberWriter.Write(number, _format) + ".";
    }

    private static int? Number(string? attribute) =>
        int.TryParse(attribute, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
