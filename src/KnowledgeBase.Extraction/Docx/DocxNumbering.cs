using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace KnowledgeBase.Extraction.Docx;

/// <summary>A list label as Word shows it.</summary>
/// <param name="Text">"1.", "(a)", "•"; empty where the list shows none.</param>
/// <param name="Depth">From 1.</param>
/// <param name="IsBullet">True for a bulleted list.</param>
internal sealed record ListLabel(string Text, int Depth, bool IsBullet);

/// <summary>Counts the lists of a Word document and writes the label that each paragraph shows.</summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, AbstractNum> _abstract = [];
    private readonly Dictionary<int, NumberingInstance> _instances = [];
    private readonly Dictionary<string, int> _byStyleLink = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int[]> _counts = [];
    private readonly HashSet<(int, int)> _startedOverrides = [];

    public DocxNumbering(Numbering? numbering)
    {
        foreach (var definition in numbering?.Elements<AbstractNum>() ?? [])
        {
            if (definition.AbstractNumberId?.Value is { } id)
            {
                _abstract.TryAdd(id, definition);
                if (definition.StyleLink?.Val?.Value is { } link)
                {
                    _byStyleLink.TryAdd(link, id);
                }
            }
        }

        foreach (var instance in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (instance.NumberID?.Value is { } id)
            {
                _instances.TryAdd(id, instance);
            }
        }
    }

    /// <summary>Counts one paragraph and writes its label.</summary>
    /// <param name="numberingId">The list instance; 0 means none.</param>
    /// <param name="level">Depth from 0.</param>
    /// <returns>Null when there is no such list.</returns>
    public ListLabel? Next(int numberingId, int level)
    {
        if (numberingId == 0 || !_instances.TryGetValue(numberingId, out var instance) || AbstractOf(instance) is not { } definition)
        {
            return null;
        }

        level = Math.Clamp(level, 0, Levels - 1);
        var abstractId = definition.AbstractNumberId!.Value;
        if (!_counts.TryGetValue(abstractId, out var counts))
        {
            _counts[abstractId] = counts = new int[Levels];
        }

        counts[level] = StartOverride(instance, numberingId, level)
            ?? (counts[level] == 0 ? StartOf(definition, instance, level) : counts[level] + 1);
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            var restartAfter = LevelOf(definition, instance, deeper)?.LevelRestart?.Val?.Value;
            // 0 means the level never restarts; otherwise only a step on that level (from 1) or above restarts it.
            if (restartAfter is null || (restartAfter != 0 && level < restartAfter))
            {
                counts[deeper] = 0;
            }
        }

        return Write(definition, instance, level, counts);
    }

    private AbstractNum? AbstractOf(NumberingInstance instance)
    {
        if (instance.AbstractNumId?.Val?.Value is not { } id || !_abstract.TryGetValue(id, out var definition))
        {
            return null;
        }

        return definition.NumberingStyleLink?.Val?.Value is { } link && _byStyleLink.TryGetValue(link, out var linked)
            ? _abstract[linked] : definition;
    }

    /// <summary>An override takes hold the first time its instance is used; instances of one definition otherwise count on.</summary>
    private int? StartOverride(NumberingInstance instance, int numberingId, int level) =>
        OverrideOf(instance, level)?.StartOverrideNumberingValue?.Val?.Value is { } start && _startedOverrides.Add((numberingId, level))
            ? start : null;

    private static LevelOverride? OverrideOf(NumberingInstance instance, int level) =>
        instance.Elements<LevelOverride>().FirstOrDefault(o => o.LevelIndex?.Value == level);

    private static Level? LevelOf(AbstractNum definition, NumberingInstance instance, int level) =>
        OverrideOf(instance, level)?.Level ?? definition.Elements<Level>().FirstOrDefault(l => l.LevelIndex?.Value == level);

    private static int StartOf(AbstractNum definition, NumberingInstance instance, int level) =>
        LevelOf(definition, instance, level)?.StartNumberingValue?.Val?.Value ?? 1;

    private static ListLabel? Write(AbstractNum definition, NumberingInstance instance, int level, int[] counts)
    {
        if (LevelOf(definition, instance, level) is not { } current)
        {
            return null;
        }

        var format = current.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
        var pattern = current.LevelText?.Val?.Value ?? "";
        if (format == NumberFormatValues.Bullet)
        {
            return new(Bullet(pattern), level + 1, true);
        }

        if (format == NumberFormatValues.None)
        {
            return new("", level + 1, false);
        }

        var legal = current.IsLegalNumberingStyle is { } isLegal && (isLegal.Val?.Value ?? true);
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                var shown = pattern[++i] - '1';
                var shownFormat = legal ? NumberFormatValues.Decimal
                    : LevelOf(definition, instance, shown)?.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
                text.Append(NumberWriter.Write(counts[shown] == 0 ? StartOf(definition, instance, shown) : counts[shown], shownFormat));
            }
            else
            {
                text.Append(pattern[i]);
            }
        }

        return new(text.ToString().Trim(), level + 1, false);
    }

    /// <summary>Bullets are often letters of a symbol font; what they look like there is some bullet.</summary>
    private static string Bullet(string pattern)
    {
        var text = pattern.Trim();
        return text.Length == 0 ? ""
            : text is "-" or "–" or "—" or "*" or "+" or "►" or "▪" or "■" or "◦" or "○" or "➢" or "✓" ? text
            : text is "o" ? "◦"
            : text is "§" or "\uF0A7" ? "▪"
            : "•";
    }
}

/// <summary>Numbers as Word's list and footnote formats show them.</summary>
internal static class NumberWriter
{
    private static readonly (int Value, string Sign)[] RomanSigns =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    private static readonly string[] Chicago = ["*", "†", "‡", "§"];

    public static string Write(int number, NumberFormatValues format) => format switch
    {
        NumberFormatValues.UpperRoman => Roman(number).ToUpperInvariant(),
        NumberFormatValues.LowerRoman => Roman(number),
        NumberFormatValues.UpperLetter => Letters(number).ToUpperInvariant(),
        NumberFormatValues.LowerLetter => Letters(number),
        NumberFormatValues.DecimalZero => number.ToString("00", CultureInfo.InvariantCulture),
        NumberFormatValues.Chicago => string.Concat(Enumerable.Repeat(Chicago[(number - 1) % 4], ((number - 1) / 4) + 1)),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Roman(int number)
    {
        var text = new StringBuilder();
        foreach (var (value, sign) in RomanSigns)
        {
            for (; number >= value; number -= value)
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }

    /// <summary>a to z, then aa, bb and so on: Word repeats the letter.</summary>
    private static string Letters(int number) =>
        number < 1 ? "" : new string((char)('a' + ((number - 1) % 26)), ((number - 1) / 26) + 1);
}
