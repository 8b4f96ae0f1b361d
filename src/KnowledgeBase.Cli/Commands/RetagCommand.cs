using System.CommandLine;
using KnowledgeBase.Cli.Json;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb retag</c>: gives the documents in the store the tags of the model in use, without reading the files again.</summary>
internal static class RetagCommand
{
    public static Command Create(Shell shell, StoreAccess access)
    {
        var json = SharedOptions.Json("What changed, as JSON.");
        var command = new KbCommand("retag", "Tag the documents in the store anew with the model in use.")
        {
            Examples = [("kb retag", "After 'kb train'. People's decisions stay; stopped half-way, the same command goes on.")],
        };
        command.Add(json);
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(shell, access, parsed.GetValue(json), parsed, cancellationToken)));
        return command;
    }

    private static int Run(Shell shell, StoreAccess access, bool json, ParseResult parsed, CancellationToken cancellationToken)
    {
        using var store = access.Open(parsed);
        var classifier = Stages.Classifier(access.Folder(parsed));
        var changes = new SortedDictionary<string, RetagChange>(StringComparer.Ordinal);
        int retagged = 0, current = 0;
        foreach (var info in store.Documents.List())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (info.Tagger == classifier.Name)
            {
                current++;
                continue;
            }

            // Each document is one transaction and carries the tagger's name: what is done stays done.
            var stored = store.Documents.Get(info.Id)!;
            var tagged = classifier.Predict(stored.Tagged.Document);
            store.Documents.Retag(info.Id, tagged.Tags, classifier.Name);
            Count(stored.Tags, store.Documents.Get(info.Id)!.Tags, changes);
            retagged++;
        }

        if (json)
        {
            shell.Out.WriteLine(CliJson.Answer(new RetagShape(classifier.Name, retagged, current, new(changes))));
            return ExitCodes.Done;
        }

        shell.Out.WriteLine($"{retagged} documents tagged by {classifier.Name}, {current} were so already.");
        foreach (var (label, change) in changes)
        {
            shell.Out.WriteLine($"{label,-28} +{change.Gained} -{change.Lost}");
        }

        return ExitCodes.Done;
    }

    private static void Count(
        IReadOnlyDictionary<PassageId, PassageTags> before, IReadOnlyDictionary<PassageId, PassageTags> after, SortedDictionary<string, RetagChange> changes)
    {
        foreach (var (id, now) in after)
        {
            var (was, holds) = (Labels(before.GetValueOrDefault(id, PassageTags.None)), Labels(now));
            foreach (var label in holds.Except(was, StringComparer.Ordinal))
            {
                var change = changes.GetValueOrDefault(label, new(0, 0));
                changes[label] = change with { Gained = change.Gained + 1 };
            }

            foreach (var label in was.Except(holds, StringComparer.Ordinal))
            {
                var change = changes.GetValueOrDefault(label, new(0, 0));
                changes[label] = change with { Lost = change.Lost + 1 };
            }
        }
    }

    private static List<string> Labels(PassageTags tags) => [.. tags.Kinds.Concat(tags.Themes).Concat(tags.Addressees).Select(tag => tag.Label)];
}
