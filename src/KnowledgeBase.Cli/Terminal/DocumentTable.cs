using KnowledgeBase.Store;

namespace KnowledgeBase.Cli.Terminal;

/// <summary>Documents for people: a line each, as wide as the terminal; on a narrow one the title stands below. In a pipe no title is broken.</summary>
internal static class DocumentTable
{
    private const int WideTerminal = 100;
    private const int LongestName = 32;
    private const int LeastTitle = 30;
    private const string Gap = "  ";
    private const string Below = "    ";

    public static void Write(Shell shell, IReadOnlyList<DocumentInfo> documents)
    {
        var names = Math.Min(LongestName, documents.Max(info => Name(info).Length));
        var passages = Math.Max("passages".Length, documents.Max(info => $"{info.PassageCount}".Length));
        WriteRow(shell, Head("id", "year", "lang", "grade", "passages", passages), "number or file".PadRight(names), "title");
        foreach (var info in documents)
        {
            WriteRow(
                shell, Head(info.Id.Value, info.Year is { } year ? $"{year}" : "", info.Language ?? "", info.GradeLetter ?? "", $"{info.PassageCount}", passages),
                Name(info).PadRight(names), info.Title ?? "");
        }
    }

    private static string Name(DocumentInfo info) => info.Number is { Length: > 0 } number && number.Any(char.IsLetter) ? number : info.Source.FileName;

    private static string Head(string id, string year, string language, string grade, string passages, int width) =>
        string.Join(Gap, id.PadRight(12), year.PadRight(4), language.PadRight(4), grade.PadRight(5), passages.PadLeft(width));

    private static void WriteRow(Shell shell, string head, string name, string title)
    {
        var room = shell.Width - head.Length - name.Length - (2 * Gap.Length);
        if (!shell.OutIsTerminal)
        {
            shell.Out.WriteLine($"{head}{Gap}{name}{Gap}{title}".TrimEnd());
        }
        else if (shell.Width >= WideTerminal && room >= LeastTitle)
        {
            var lines = TextWrap.Lines(title, room).ToList();
            shell.Out.WriteLine($"{head}{Gap}{name}{Gap}{lines.FirstOrDefault()}".TrimEnd());
            foreach (var line in lines.Skip(1))
            {
                shell.Out.WriteLine(new string(' ', shell.Width - room) + line);
            }
        }
        else
        {
            shell.Out.WriteLine($"{head}{Gap}{name}".TrimEnd());
            foreach (var line in TextWrap.Lines(title, shell.Width - Below.Length))
            {
                shell.Out.WriteLine(Below + line);
            }
        }
    }
}
