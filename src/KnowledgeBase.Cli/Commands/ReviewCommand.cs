using System.CommandLine;
using KnowledgeBase.Cli.Json;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Store;
using KnowledgeBase.Tagging.Reviews;
using KnowledgeBase.Web.Desk;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb review</c>: people decide on tags; their word outranks the machine's and stays.</summary>
internal sealed class ReviewCommand
{
    private readonly Shell shell;
    private readonly StoreAccess access;

    private readonly Argument<string?> passage = new("PASSAGE") { Description = "Id of the passage, as 'kb show' prints it.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string[]> confirm = Labels("--confirm", "The tag is right.");
    private readonly Option<string[]> reject = Labels("--reject", "The tag is wrong.");
    private readonly Option<string[]> add = Labels("--add", "The tag is missing.");
    private readonly Option<string?> role = new("--role") { Description = "What the passage is in print, such as list_item.", HelpName = "ROLE" };
    private readonly Option<string?> person = new("--person") { Description = "Who decides.", HelpName = "NAME" };
    private readonly Option<string?> why = new("--why") { Description = "The reason, for whoever reads it later.", HelpName = "TEXT" };
    private readonly Option<long?> undo = new("--undo") { Description = "Take the decision with this number back.", HelpName = "NUMBER" };
    private readonly Option<bool> list = new("--list") { Description = "All decisions, oldest first." };
    private readonly Option<bool> next = new("--next") { Description = "The passages whose tags would teach most." };
    private readonly Option<int> count = SharedOptions.Count("--count", "How many passages --next shows.", "N", (1, 200), 10);
    private readonly Option<string[]> agreement = new("--agreement") { Description = "How far two people agree.", HelpName = "NAME", Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true };
    private readonly Option<bool> json = SharedOptions.Json("The answer as JSON.");

    private ReviewCommand(Shell shell, StoreAccess access) => (this.shell, this.access) = (shell, access);

    public static Command Create(Shell shell, StoreAccess access)
    {
        var self = new ReviewCommand(shell, access);
        var command = new KbCommand("review", "Decide on tags: confirm, reject, add; see what to decide next.")
        {
            Examples =
            [
                ("kb review 9f0c2d7a11b4e683 --reject challenge --add recommendation --person Ada --why \"says what to do\"", "Two decisions on one passage."),
                ("kb review --next", "The passages that would teach the model most."),
                ("kb review --undo 12 --person Ada", "Take decision 12 back."),
                ("kb review --agreement Ada Ben", "Cohen's kappa per tag, on passages both decided on."),
            ],
        };
        command.Add(self.passage);
        foreach (var option in new Option[] { self.confirm, self.reject, self.add, self.role, self.person, self.why, self.undo, self.list, self.next, self.count, self.agreement, self.json })
        {
            command.Add(option);
        }

        command.SetAction(self.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        using var store = access.Open(parsed);
        if (parsed.GetValue(undo) is { } number)
        {
            return Undo(store, number, parsed.GetValue(person));
        }

        if (parsed.GetValue(next))
        {
            return Next(store, parsed.GetValue(count), parsed.GetValue(json));
        }

        if (parsed.GetValue(agreement) is [var first, var second])
        {
            return Agree(store, first, second, parsed.GetValue(json));
        }

        if (parsed.GetValue(list))
        {
            return List(store, parsed.GetValue(json));
        }

        return parsed.GetValue(passage) is { } id
            ? Decide(store, new(id), parsed)
            : shell.Fail("bad-command", "name a passage to decide on, or give --next, --list, --undo or --agreement. 'kb review --help' shows how.");
    }

    private int Decide(KnowledgeStore store, PassageId id, ParseResult parsed)
    {
        var decisions = new List<(ReviewField Field, string Label, Decision Decision)>();
        foreach (var (option, decision) in new[] { (confirm, Decision.Confirm), (reject, Decision.Reject), (add, Decision.Add) })
        {
            decisions.AddRange((parsed.GetValue(option) ?? []).Select(label => (FieldOf(label), label, decision)));
        }

        if (parsed.GetValue(role) is { } word)
        {
            decisions.Add((ReviewField.Role, word, Decision.Add));
        }

        if (decisions.Count == 0)
        {
            return shell.Fail("bad-command", "say what you decide with --confirm, --reject, --add or --role.");
        }

        foreach (var (field, label, decision) in decisions)
        {
            var review = store.Reviews.Record(id, field, label, decision, parsed.GetValue(person) ?? "", parsed.GetValue(why));
            Print(review, parsed.GetValue(json));
        }

        return ExitCodes.Done;
    }

    private int Undo(KnowledgeStore store, long number, string? who)
    {
        if (string.IsNullOrWhiteSpace(who))
        {
            return shell.Fail("bad-command", "taking a decision back needs the name of the person who does it: --person NAME.");
        }

        if (store.Reviews.Undo(number, who))
        {
            shell.Out.WriteLine($"decision {number} taken back by {who}");
            return ExitCodes.Done;
        }

        shell.Say($"kb: there is no decision {number} that holds.");
        return ExitCodes.NothingFound;
    }

    private int List(KnowledgeStore store, bool asJson)
    {
        var all = store.Reviews.All();
        foreach (var review in all)
        {
            Print(review, asJson);
        }

        return all.Count > 0 ? ExitCodes.Done : ExitCodes.NothingFound;
    }

    private int Next(KnowledgeStore store, int wanted, bool asJson)
    {
        var reviews = store.Reviews.All().Where(review => review.UndoneAt is null).ToArray();
        var done = reviews.Select(review => review.Passage).ToHashSet();
        var decided = reviews.Where(review => review.Field == ReviewField.Kind)
            .GroupBy(review => review.Label, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var candidates = new List<Candidate>();
        foreach (var info in store.Documents.List())
        {
            var tagged = store.Documents.Get(info.Id)!.Tagged;
            candidates.AddRange(tagged.Document.Passages
                .Where(candidate => !done.Contains(candidate.Id) && tagged.Tags[candidate.Id].Scores.Values.Any(score => score > 0))
                .Select(candidate => new Candidate(candidate.Id, candidate.Text, tagged.Tags[candidate.Id].Scores)));
        }

        var agenda = NextToReview.Choose(candidates, decided, wanted);
        if (asJson)
        {
            shell.Out.WriteLine(CliJson.Answer(new AgendaShape(
                [.. agenda.Suggestions.Select(suggestion => new SuggestionShape(
                    suggestion.Candidate.Id.Value, suggestion.Label, Math.Round(suggestion.Candidate.Scores[suggestion.Label], 4), suggestion.Candidate.Text))],
                agenda.StopHint)));
        }
        else
        {
            foreach (var suggestion in agenda.Suggestions)
            {
                shell.Out.WriteLine(FormattableString.Invariant(
                    $"{suggestion.Candidate.Id}  {suggestion.Label}? ({suggestion.Candidate.Scores[suggestion.Label]:0.00})"));
                foreach (var line in TextWrap.Lines(suggestion.Candidate.Text, shell.Width - 4))
                {
                    shell.Out.WriteLine("    " + line);
                }
            }

            if (agenda.StopHint is { } hint)
            {
                shell.Say($"kb: {hint}");
            }
        }

        return agenda.Suggestions.Count > 0 ? ExitCodes.Done : ExitCodes.NothingFound;
    }

    private int Agree(KnowledgeStore store, string first, string second, bool asJson)
    {
        var agreements = PeopleAgreement.Between(store.Reviews.All(), first, second).Tags;
        if (asJson)
        {
            shell.Out.WriteLine(CliJson.Answer(new AgreementListShape([.. agreements.Select(found => new AgreementShape(found.Label, found.Both, found.Agreed, found.Kappa))])));
        }
        else
        {
            foreach (var found in agreements)
            {
                var kappa = found.Kappa is { } value ? FormattableString.Invariant($"kappa {value:0.00}") : "no kappa: both always said the same word";
                shell.Out.WriteLine($"{found.Label,-28} {found.Agreed} of {found.Both} alike, {kappa}");
            }
        }

        if (agreements.Count == 0)
        {
            shell.Say($"kb: {first} and {second} have decided on no tag of the same passage.");
        }

        return agreements.Count > 0 ? ExitCodes.Done : ExitCodes.NothingFound;
    }

    private void Print(Review review, bool asJson)
    {
        if (asJson)
        {
            shell.Out.WriteLine(CliJson.Line(new ReviewShape(
                review.Id, review.Passage.Value, EnumWords.Of(review.Field), review.Label, EnumWords.Of(review.Decision), review.Person, review.At, review.Why, review.UndoneBy)));
            return;
        }

        var reason = review.Why is { } given ? $": {given}" : "";
        var undone = review.UndoneBy is { } by ? $" (taken back by {by})" : "";
        shell.Out.WriteLine($"{review.Id}  {review.Passage}  {EnumWords.Of(review.Decision)} {review.Label}  {review.Person}{reason}{undone}");
    }

    private static ReviewField FieldOf(string label) =>
        TagSet.Themes.Contains(label) ? ReviewField.Theme : TagSet.Addressees.Contains(label) ? ReviewField.Addressee : ReviewField.Kind;

    private static Option<string[]> Labels(string name, string description) => new(name) { Description = description, HelpName = "TAG" };
}
