using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace KnowledgeBase.Export.Docx;

/// <summary>Stretches of text.</summary>
internal static class DocxRuns
{
    /// <summary>A run; line breaks of the text are kept, characters that XML forbids are left out.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="italic">True for italics.</param>
    /// <param name="language">Two-letter code for the spelling check, or null for the document's.</param>
    public static Run Of(string text, bool italic = false, string? language = null)
    {
        var run = new Run();
        if (italic || language is not null)
        {
            var properties = new RunProperties();
            if (italic)
            {
                properties.Append(new Italic());
            }

            if (language is not null)
            {
                properties.Append(new Languages { Val = language });
            }

            run.Append(properties);
        }

        var lines = XmlText.Clean(text).ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new DocumentFormat.OpenXml.Wordprocessing.Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }
}
