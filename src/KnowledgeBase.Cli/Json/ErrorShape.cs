namespace KnowledgeBase.Cli.Json;

/// <summary>What a command that was asked for JSON says on stderr when it fails.</summary>
internal sealed record ErrorShape(ErrorDetails Error);

/// <summary>What went wrong.</summary>
/// <param name="Code">A permanent word, as in docs/problems.md.</param>
/// <param name="Message">For people.</param>
internal sealed record ErrorDetails(string Code, string Message);
