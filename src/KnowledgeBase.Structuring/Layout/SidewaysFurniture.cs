using KnowledgeBase.Documents;

namespace KnowledgeBase.Structuring.Layout;

/// <summary>
/// Heads and feet of pages whose picture lies on its side: they stand upright along the sides, in the words that they have on other pages.
/// </summary>
internal static class SidewaysFurniture
{
    /// <summary>Share of the page width, from either side, in which they are looked for.</summary>
    private const double Edge = 0.14;

    /// <summary>Sets them aside.</summary>
    /// <param name="pages">The document's pages.</param>
    /// <param name="lines">Their lines.</param>
    /// <param name="aside">What is furniture so far; more is added.</param>
    public static void SetAside(IReadOnlyList<Page> pages, IReadOnlyList<IReadOnlyList<LayoutLine>> lines, Dictionary<LayoutLine, SetAsideReason> aside)
    {
        var known = aside.Where(item => item.Value != SetAsideReason.PageNumber).GroupBy(item => item.Key.Text, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
        for (var i = 0; i < pages.Count; i++)
        {
            var width = pages[i].Width;
            foreach (var line in lines[i].Where(line => line.Line.IsRotated && (line.Box.Right < width * Edge || line.Box.Left > width * (1 - Edge))))
            {
                if (known.TryGetValue(line.Text, out var reason))
                {
                    aside[line] = reason;
                }
                else if (PrintersMarks.IsJobNumber(line.Text))
                {
                    aside[line] = SetAsideReason.RunningFoot;
                }
            }
        }
    }
}
