using System.CommandLine;
using KnowledgeBase.Store;

namespace KnowledgeBase.Cli.Commands;

/// <summary>The option that names the data folder, and the store in it.</summary>
internal sealed class StoreAccess
{
    /// <summary>The data folder where none is named.</summary>
    public const string Default = "kb-data";

    private const string Variable = "KB_DATA";

    /// <summary><c>--data</c>, known to every command.</summary>
    public Option<string> Data { get; } = new("--data")
    {
        Description = $"The data folder; the variable {Variable} names it too.",
        HelpName = "DIR",
        Recursive = true,
        DefaultValueFactory = _ => FromVariable ?? Default,
    };

    /// <summary>The data folder that the command line names.</summary>
    public string Folder(ParseResult parsed) => parsed.GetRequiredValue(Data);

    /// <summary>The data folder if the command line or the variable names one, else null.</summary>
    public string? Named(ParseResult parsed) => parsed.GetResult(Data) is { Implicit: false } ? Folder(parsed) : FromVariable;

    /// <summary>Opens the store that is there.</summary>
    /// <exception cref="KnowledgeBase.Documents.RejectedInputException">There is none, or it cannot be opened.</exception>
    public KnowledgeStore Open(ParseResult parsed) => Open(Folder(parsed), mustExist: true);

    /// <summary>Opens the store, and makes it where there is none.</summary>
    /// <exception cref="KnowledgeBase.Documents.RejectedInputException">It cannot be made or opened.</exception>
    public KnowledgeStore OpenOrMake(ParseResult parsed) => Open(Folder(parsed), mustExist: false);

    public static KnowledgeStore Open(string folder, bool mustExist) =>
        KnowledgeStore.Open(folder, Stages.Analyser(), new() { MustExist = mustExist });

    private static string? FromVariable => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : null;
}
