namespace KnowledgeBase.Export;

/// <summary>A form in which passages can be taken along.</summary>
public interface IExportFormat
{
    /// <summary>The word that asks for it ("docx").</summary>
    string Name { get; }

    /// <summary>Its media type, with the charset where it is text.</summary>
    string MediaType { get; }

    /// <summary>Ending of the file's name, with the dot.</summary>
    string FileEnding { get; }

    /// <summary>Writes a compilation.</summary>
    /// <param name="compilation">What is written.</param>
    /// <param name="options">How.</param>
    /// <param name="output">Where to, from its current place; left open.</param>
    void Write(Compilation compilation, ExportOptions options, Stream output);
}
