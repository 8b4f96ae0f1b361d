using KnowledgeBase.Documents;

namespace KnowledgeBase.Extraction;

/// <summary>Tells when a file's name promises another format than its content has: the content decides, but whoever named it should know.</summary>
internal static class Misnaming
{
    /// <summary>Adds the problem where there is one.</summary>
    public static ExtractedDocument Tell(ExtractedDocument document)
    {
        var promised = Promised(Path.GetExtension(document.Source.FileName));
        return promised is null || promised == document.Source.Format || (promised == SourceFormat.Text && document.Source.Format == SourceFormat.Markdown)
            ? document
            : document with { Problems = [.. document.Problems, ProblemOf(document.Source)] };
    }

    private static Problem ProblemOf(SourceFile source) => new(
        "misnamed-file", $"'{source.FileName}' is named '{Path.GetExtension(source.FileName)}' but is {InWords(source.Format)}; it was read as that. Make sure that it is the file you meant.");

    /// <summary>Endings whose format is told by more than the words in it; Markdown is text too.</summary>
    private static SourceFormat? Promised(string extension) => extension.ToUpperInvariant() switch
    {
        ".PDF" => SourceFormat.Pdf,
        ".DOCX" => SourceFormat.Docx,
        ".HTML" or ".HTM" => SourceFormat.Html,
        ".TXT" => SourceFormat.Text,
        _ => null,
    };

    private static string InWords(SourceFormat format) => format switch
    {
        SourceFormat.Pdf => "a PDF file",
        SourceFormat.Docx => "a Word file",
        SourceFormat.Html => "a page of HTML",
        SourceFormat.Markdown => "Markdown text",
        _ => "plain text",
    };
}
