using System.CommandLine;
using KnowledgeBase.Cli.Json;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction.Processes;
using KnowledgeBase.Store;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb status</c>: what the store holds and what the machine lacks.</summary>
internal static class StatusCommand
{
    private static readonly string[] Tools = ["pdfinfo", "pdftohtml", "pdftotext", "pdftoppm", "tesseract"];

    public static Command Create(Shell shell, StoreAccess access)
    {
        var json = SharedOptions.Json("The same as JSON.");
        var command = new KbCommand("status", "Tell what the knowledge base holds and where, and which tools the machine has.");
        command.Add(json);
        command.SetAction(parsed =>
        {
            using var store = access.Open(parsed);
            var status = Read(store);
            if (parsed.GetValue(json))
            {
                shell.Out.WriteLine(CliJson.Answer(status));
                return;
            }

            Write(shell.Out, status);
        });
        return command;
    }

    private static StatusShape Read(KnowledgeStore store)
    {
        var documents = store.Documents.List();
        return new(
            ProgramVersion.Text, store.Root, documents.Count, documents.Sum(info => info.PassageCount), documents.Sum(info => info.FootnoteCount),
            new FileInfo(Path.Combine(store.Root, "kb.db")).Length, store.Index.IsCurrent,
            Count(documents, info => EnumWords.Of(info.Source.Format)), Count(documents, info => info.Language),
            Count(documents, info => info.GradeLetter), Count(documents, info => info.Tagger),
            Engines(store), Tools.ToDictionary(tool => tool, tool => ChildProcess.FindOnPath(tool) is not null, StringComparer.Ordinal));
    }

    private static Dictionary<string, string> Engines(KnowledgeStore store)
    {
        using var index = Stages.Index(store);
        return Stages.Running(index, Stages.Classifier(store.Root)).ToDictionary(engine => engine.Task, engine => engine.Name, StringComparer.Ordinal);
    }

    private static Dictionary<string, int> Count(IEnumerable<DocumentInfo> documents, Func<DocumentInfo, string?> by) => documents
        .GroupBy(info => by(info) ?? "unknown", StringComparer.Ordinal).OrderByDescending(group => group.Count())
        .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private static void Write(TextWriter output, StatusShape status)
    {
        output.WriteLine($"program     {status.Version}");
        output.WriteLine(FormattableString.Invariant($"data        {status.Data} ({status.DatabaseBytes / 1048576.0:0.0} MB)"));
        output.WriteLine($"documents   {status.Documents}");
        output.WriteLine($"passages    {status.Passages}, and {status.Footnotes} footnotes");
        foreach (var (name, counts) in new[] { ("formats", status.Formats), ("languages", status.Languages), ("grades", status.Grades), ("tagged by", status.Taggers) })
        {
            output.WriteLine($"{name,-10}  {string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}"))}");
        }

        output.WriteLine($"index       {(status.IndexCurrent ? "up to date" : "made by another version of the program: run 'kb reindex'")}");
        output.WriteLine($"engines     {string.Join(", ", status.Engines.Select(engine => $"{engine.Key} {engine.Value}"))}");
        output.WriteLine($"tools       {string.Join(", ", status.Tools.Select(tool => tool.Value ? tool.Key : $"{tool.Key} missing"))}");
    }
}
