using System.Text;
using System.Text.RegularExpressions;

namespace KnowledgeBase.Extraction.Pdf;

/// <summary>Turns what a PDF's fonts make of characters back into the characters that are printed.</summary>
internal static partial class TextRepair
{
    /// <summary>Ligatures to letters, accents joined to their letters, private bullets to bullets, controls dropped.</summary>
    public static string Repair(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            var value = rune.Value;
            if (value is >= 0xFB00 and <= 0xFB06)
            {
                result.Append(Ligatures[value - 0xFB00]);
            }
            else if (value is 0xA0 or 0x202F or (>= 0x2000 and <= 0x200A) or 0x3000 or '\t')
            {
                result.Append(' ');
            }
            else if (value is 0xF0B7 or 0xF0A7 or 0xF0D8 or 0xF076 or 0xF0FC or 0xF06E or 0xF0A8 or 0xF0E8)
            {
                result.Append('•');
            }
            else if (value is >= 0xE000 and <= 0xF8FF)
            {
                // A sign of a private font: alone it is a bullet, within words it has no reading.
                result.Append(text.Trim().Length == 1 ? "•" : "");
            }
            else if (value is < 0x20 or (>= 0x7F and < 0xA0) or 0x200B or 0x200C or 0x200D or 0x2060 or 0xFEFF or 0xFFFD or 0xFFFE or 0xFFFF)
            {
                continue;
            }
            else
            {
                result.Append(rune.ToString());
            }
        }

        var repaired = SpacingAccent().Replace(result.ToString(), match => Compose(match));
        return repaired.IsNormalized(NormalizationForm.FormC) ? repaired : repaired.Normalize(NormalizationForm.FormC);
    }

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "ft", "st"];

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    private static string Compose(Match match)
    {
        var combining = match.Groups[1].Value[0] switch
        {
            '\u00B4' => '\u0301',
            '\u0060' or '\u02CB' => '\u0300',
            '\u00A8' => '\u0308',
            '\u02C6' => '\u0302',
            '\u02DC' => '\u0303',
            '\u00B8' => '\u0327',
            '\u00AF' => '\u0304',
            '\u02C7' => '\u030C',
            '\u02D8' => '\u0306',
            '\u02D9' => '\u0307',
            '\u02DB' => '\u0328',
            '\u02DD' => '\u030B',
            _ => '\u030A',
        };
        var letter = match.Groups[2].Value[0] == 'ı' ? 'i' : match.Groups[2].Value[0];
        var composed = $"{letter}{combining}".Normalize(NormalizationForm.FormC);
        return composed.Length == 1 ? composed : match.Value;
    }

    [GeneratedRegex("([\u00B4\u00AF\u02CB\u00A8\u02C6\u02C7\u02DC\u00B8\u02D8-\u02DB\u02DD])([A-Za-zı])", RegexOptions.CultureInvariant)]
    private static partial Regex SpacingAccent();
}
