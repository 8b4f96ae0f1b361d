namespace KnowledgeBase.Cli.Json;

/// <summary>How well one document's structure was recovered.</summary>
/// <param name="Document">Name of its truth and the form read; "pooled" for all that have text of their own.</param>
/// <param name="Figures">0 to 1 by name; what could not be judged is left out.</param>
internal sealed record StructureShape(string Document, Dictionary<string, double> Figures);
