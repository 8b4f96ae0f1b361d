using System.CommandLine;
using System.Diagnostics;
using KnowledgeBase.Cli.Json;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Store.Care;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb verify</c>, <c>reindex</c>, <c>backup</c> and <c>restore</c>: care of the data.</summary>
internal static class CareCommands
{
    public static Command Verify(Shell shell, StoreAccess access)
    {
        var json = SharedOptions.Json("What was found, as JSON.");
        var command = new KbCommand("verify", "Check the whole store: database, index, passages and kept files.");
        command.Add(json);
        command.SetAction((parsed, cancellationToken) => Task.Run(() =>
        {
            using var store = access.Open(parsed);
            var status = new StatusLine(shell);
            var report = store.Verifier.Verify(new Progress(status, "checked"), cancellationToken);
            status.Clear();
            if (parsed.GetValue(json))
            {
                shell.Out.WriteLine(CliJson.Answer(new VerifyShape(
                    report.IsSound, report.Documents, report.Passages, report.Files, report.SweptFiles, [.. report.Problems.Select(ProblemShape.Of)])));
            }
            else
            {
                foreach (var problem in report.Problems)
                {
                    shell.Out.WriteLine($"{problem.Code}: {problem.Message}");
                }

                var swept = report.SweptFiles > 0 ? $", {report.SweptFiles} leftovers removed" : "";
                shell.Out.WriteLine($"{(report.IsSound ? "sound" : OutlineWriter.Count(report.Problems.Count, "problem"))}: "
                    + $"{OutlineWriter.Count(report.Documents, "document")}, {report.Passages} passages and footnotes, {OutlineWriter.Count(report.Files, "kept file")} checked{swept}");
            }

            return report.IsSound ? ExitCodes.Done : ExitCodes.Error;
        }, cancellationToken));
        return command;
    }

    public static Command Reindex(Shell shell, StoreAccess access)
    {
        var json = SharedOptions.Json("What was done, as JSON.");
        var command = new KbCommand("reindex", "Make the search index anew from the stored documents.");
        command.Add(json);
        command.SetAction((parsed, cancellationToken) => Task.Run(() =>
        {
            using var store = access.Open(parsed);
            var status = new StatusLine(shell);
            var start = Stopwatch.GetTimestamp();
            using var index = Stages.Index(store);
            var documents = index.Rebuild(new Progress(status, "indexed"), cancellationToken);
            var seconds = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 1);
            status.Clear();
            shell.Out.WriteLine(parsed.GetValue(json)
                ? CliJson.Answer(new ReindexShape(documents, seconds))
                : FormattableString.Invariant($"indexed {OutlineWriter.Count(documents, "document")} in {seconds} s"));
            return ExitCodes.Done;
        }, cancellationToken));
        return command;
    }

    public static Command Backup(Shell shell, StoreAccess access)
    {
        var file = new Argument<string>("FILE") { Description = "The zip file to write; one of that name is replaced." };
        var json = SharedOptions.Json("What was written, as JSON.");
        var command = new KbCommand("backup", "Write everything into one file, read back and checked.")
        {
            Examples = [("kb backup kb-2026-05-01.zip", "Documents, tags, decisions and the kept original files.")],
        };
        command.Add(file);
        command.Add(json);
        command.SetAction((parsed, cancellationToken) => Task.Run(() =>
        {
            using var store = access.Open(parsed);
            var target = parsed.GetRequiredValue(file);
            Tell(shell, "backed up", target, store.Backup.Write(target, cancellationToken), parsed.GetValue(json));
            return ExitCodes.Done;
        }, cancellationToken));
        return command;
    }

    public static Command Restore(Shell shell, StoreAccess access)
    {
        var file = new Argument<string>("FILE") { Description = "A file that 'kb backup' wrote." };
        var json = SharedOptions.Json("What was restored, as JSON.");
        var command = new KbCommand("restore", "Replace everything by a backup; it is checked before anything is touched.")
        {
            Examples = [("kb restore kb-2026-05-01.zip --data other-folder", "Into another folder, to look at it first.")],
        };
        command.Add(file);
        command.Add(json);
        command.SetAction((parsed, cancellationToken) => Task.Run(() =>
        {
            var source = parsed.GetRequiredValue(file);
            var manifest = StoreRestore.Restore(source, access.Folder(parsed), Stages.Analyser(), new(), cancellationToken);
            Tell(shell, "restored", source, manifest, parsed.GetValue(json));
            return ExitCodes.Done;
        }, cancellationToken));
        return command;
    }

    private static void Tell(Shell shell, string what, string file, BackupManifest manifest, bool json) => shell.Out.WriteLine(json
        ? CliJson.Answer(new BackupShape(file, manifest.Documents, manifest.Passages, manifest.Entries.Count, manifest.CreatedAt))
        : $"{what} {OutlineWriter.Count(manifest.Documents, "document")}, {manifest.Passages} passages and footnotes: {file}");

    /// <summary>Reports at once, on the thread that works, so that no report comes after the end.</summary>
    private sealed class Progress(StatusLine status, string done) : IProgress<CareProgress>
    {
        public void Report(CareProgress value) => status.Show(() => $"{done} {value.Done} of {value.Of} documents");
    }
}
