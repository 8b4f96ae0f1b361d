using System.CommandLine;
using System.Globalization;
using KnowledgeBase.Cli.Json;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Store.Access;
using Spectre.Console;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb keys</c>: who may use the service, and as what.</summary>
internal static class KeysCommand
{
    public static Command Create(Shell shell, StoreAccess access)
    {
        var command = new KbCommand("keys", "Make, list and withdraw keys to the service.")
        {
            Examples =
            [
                ("kb keys create Ana --role editor", "Shows the key this once; the store keeps only its hash."),
                ("kb keys revoke Ana", "Ends all of Ana's sessions."),
            ],
        };
        command.Add(CreateKey(shell, access));
        command.Add(ListKeys(shell, access));
        command.Add(RevokeKey(shell, access));
        return command;
    }

    private static Command CreateKey(Shell shell, StoreAccess access)
    {
        var name = Name();
        var role = new Option<string>("--role")
        {
            Description = "reader (searches and reads), editor (reviews, collects, takes in) or admin (removes, says who sees what).",
            HelpName = "ROLE",
            DefaultValueFactory = _ => EnumWords.Of(AccessRole.Reader),
        };
        role.AcceptOnlyFromAmong([.. EnumWords.All<AccessRole>()]);
        var command = new Command("create", "Make a key; it is shown once.") { name, role };
        command.SetAction(parsed =>
        {
            using var store = access.OpenOrMake(parsed);
            var key = store.Keys.Create(parsed.GetRequiredValue(name), EnumWords.Find<AccessRole>(parsed.GetRequiredValue(role))!.Value);
            shell.Out.WriteLine(key);
            shell.Say("Keep it safe: it cannot be shown again. From now on the service asks everybody for a key.");
        });
        return command;
    }

    private static Command ListKeys(Shell shell, StoreAccess access)
    {
        var json = SharedOptions.Json("The keys as JSON; never the keys themselves.");
        var command = new Command("list", "List keys, the withdrawn ones included.") { json };
        command.SetAction(parsed =>
        {
            using var store = access.Open(parsed);
            var keys = store.Keys.List();
            if (parsed.GetValue(json))
            {
                shell.Out.WriteLine(CliJson.Answer(keys.Select(KeyShape.Of).ToArray()));
                return keys.Count > 0 ? ExitCodes.Done : ExitCodes.NothingFound;
            }

            var table = new Table().Border(TableBorder.None).AddColumns("name", "role", "made", "withdrawn");
            foreach (var key in keys)
            {
                table.AddRow(Markup.Escape(key.Name), EnumWords.Of(key.Role), Day(key.CreatedAt), key.RevokedAt is { } revoked ? Day(revoked) : "");
            }

            shell.Tables.Write(table);
            return keys.Count > 0 ? ExitCodes.Done : ExitCodes.NothingFound;
        });
        return command;
    }

    private static Command RevokeKey(Shell shell, StoreAccess access)
    {
        var name = Name();
        var command = new Command("revoke", "Withdraw a key.") { name };
        command.SetAction(parsed =>
        {
            using var store = access.Open(parsed);
            var meant = parsed.GetRequiredValue(name);
            if (!store.Keys.Revoke(meant))
            {
                return shell.Fail("key-not-found", $"there is no key named '{meant}' that still opens; 'kb keys list' shows them.");
            }

            shell.Say($"The key of {meant} opens nothing any more.");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "Whose key it is; what they do is logged under this name." };

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
