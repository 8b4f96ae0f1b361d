using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KnowledgeBase.Search.Citing;

namespace KnowledgeBase.Export.Text;

/// <summary>Markdown with block quotes, footnotes (as Pandoc and GitHub read them) and a list of sources.</summary>
public sealed partial class MarkdownFormat : IExportFormat
{
    /// <inheritdoc/>
    public string Name => "markdown";

    /// <inheritdoc/>
    public string MediaType => "text/markdown; charset=utf-8";

    /// <inheritdoc/>
    public string FileEnding => ".md";

    /// <inheritdoc/>
    public void Write(Compilation compilation, ExportOptions options, Stream output)
    {
        ArgumentNullException.ThrowIfNull(compilation);
        ArgumentNullException.ThrowIfNull(options);
        var texts = new ExportTexts(options.Language);
        var citations = new CitationWriter(options.Style);
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine($"# {OneLine(compilation.Title)}\n\n*{Escape(texts.Disclaimer)}*\n\n{texts.CompiledOn(compilation.MadeAt)}");
        if (compilation.Note is { Length: > 0 } note)
        {
            writer.WriteLine($"\n{Escape(note)}");
        }

        var footnotes = WriteSections(writer, compilation, options, citations, texts);
        writer.WriteLine($"\n## {texts.Sources}\n");
        foreach (var citation in compilation.Sources.Select(source => citations.CiteSource(source.Front, source.FileName))
            .OrderBy(citation => citation.Text, StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.IgnoreCase)))
        {
            writer.WriteLine($"- {Render(citation)}");
        }

        writer.WriteLine();
        for (var i = 0; i < footnotes.Count; i++)
        {
            writer.WriteLine($"[^{(i + 1).ToString(CultureInfo.InvariantCulture)}]: {footnotes[i]}");
        }
    }

    private static List<string> WriteSections(
        StreamWriter writer, Compilation compilation, ExportOptions options, CitationWriter citations, ExportTexts texts)
    {
        var footnotes = new List<string>();
        foreach (var section in compilation.Sections)
        {
            if (section.Heading is { } heading)
            {
                writer.WriteLine($"\n{new string('#', Math.Min(section.Level + 1, 6))} {OneLine(heading)}");
            }

            foreach (var passage in section.Passages)
            {
                var citation = citations.CitePassage(passage.Source.Front, passage.Source.FileName, passage.Entry);
                var link = PassageLinks.Of(passage.Entry.Passage.Id, options.BaseAddress);
                footnotes.Add(link is null ? Render(citation) : $"{Render(citation)} <{link}>");
                var words = Escape(PassageWords.Of(passage)).ReplaceLineEndings("  \n> ");
                writer.WriteLine($"\n> {words}[^{footnotes.Count.ToString(CultureInfo.InvariantCulture)}]");
                if (passage.Note is { Length: > 0 } remark)
                {
                    writer.WriteLine($"\n**{texts.Note}:** {Escape(remark)}");
                }
            }
        }

        return footnotes;
    }

    private static string Render(Citation citation) => string.Concat(citation.Runs.Select(run =>
    {
        var text = OneLine(run.Text);
        return run.Italic ? $"*{text.Trim()}*" : text;
    }));

    private static string OneLine(string text) => Escape(text.ReplaceLineEndings(" "));

    private static string Escape(string text) => LineStart().Replace(Special().Replace(text, @"\$0"), @"$1\$2");

    // Everything that begins markup anywhere in a line, HTML and entities included.
    [GeneratedRegex(@"[\\`*_\[\]<>&|~$]")]
    private static partial Regex Special();

    // What begins a heading, a list or a rule at the start of a line.
    [GeneratedRegex(@"^(\s*\d*)([#+\-=.)])", RegexOptions.Multiline)]
    private static partial Regex LineStart();
}
