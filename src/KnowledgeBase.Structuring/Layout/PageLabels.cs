using System.Globalization;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>Labels of pages that print none, counted from those that do.</summary>
internal static class PageLabels
{
    /// <summary>Pages without a printed number between numbered ones, and before the first, count along.</summary>
    public static void Fill(string?[] labels, List<(bool Roman, int Shift, List<int> Pages)> series)
    {
        foreach (var (roman, shift, pages) in series.Where(run => run.Pages.Count >= 3))
        {
            for (var page = pages.Min(); page <= pages.Max(); page++)
            {
                labels[page - 1] ??= Label(page + shift, roman);
            }
        }

        if (series.Count > 0 && series[0].Pages.Count >= Math.Min(3, labels.Length))
        {
            var (roman, shift, pages) = series[0];
            for (var page = pages.Min() - 1; page >= 1 && page + shift >= 1 && labels[page - 1] is null; page--)
            {
                labels[page - 1] = Label(page + shift, roman);
            }

            for (var page = pages.Max() + 1; page <= labels.Length && labels[page - 1] is null; page++)
            {
                labels[page - 1] = Label(page + shift, roman);
            }
        }
    }

    private static string Label(int value, bool roman) => roman ? ToRoman(value) : value.ToString(CultureInfo.InvariantCulture);

    private static string ToRoman(int value)
    {
        (int, string)[] parts = [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
        var text = "";
        foreach (var (worth, sign) in parts)
        {
            for (; value >= worth; value -= worth)
            {
                text += sign;
            }
        }

        return text;
    }
}
