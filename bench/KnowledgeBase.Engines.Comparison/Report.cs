using System.Globalization;
using System.Text;

namespace KnowledgeBase.Engines.Comparison;

/// <summary>The Markdown that is being written, shown as it grows.</summary>
internal sealed class Report
{
    private readonly StringBuilder text = new();

    public string Text => text.ToString();

    public void Line(FormattableString line) => Line(line.ToString(CultureInfo.InvariantCulture));

    public void Line(string line)
    {
        text.Append(line).Append('\n');
        Console.Error.WriteLine(line);
    }
}
