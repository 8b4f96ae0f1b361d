using System.CommandLine;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Query;

namespace KnowledgeBase.Cli.Commands;

/// <summary>The filters of the search as options, the same in every command that has them.</summary>
internal sealed class FilterOptions
{
    private static readonly (FilterField Field, string Option, string Shows, string Description)[] All =
    [
        (FilterField.Kind, "--kind", "KIND", "What the passage does: challenge, opportunity, good_practice, recommendation, lesson."),
        (FilterField.Theme, "--theme", "THEME", "What it is about, such as trust, funding or inclusion."),
        (FilterField.Addressee, "--addressee", "WHOM", "Whom it speaks to, such as donors or mediators; advice to all third parties is found too."),
        (FilterField.Role, "--role", "ROLE", "What it is in print, such as paragraph, list_item, quote or footnote."),
        (FilterField.Year, "--year", "YEARS", "Year of publication: 2019, 2015..2020, 2015.. or ..2020."),
        (FilterField.Document, "--document", "DOC", "The document: id, file name, number or words of its title."),
        (FilterField.Lang, "--lang", "CODE", "Language: en, fr, es …"),
        (FilterField.Series, "--series", "NAME", "Series of the document."),
        (FilterField.Org, "--org", "NAME", "An organisation named in the passage."),
        (FilterField.Place, "--place", "NAME", "A place named in the passage."),
        (FilterField.Process, "--process", "NAME", "A peace process or agreement named in the passage."),
        (FilterField.Grade, "--grade", "LETTER", "Grade of the document: A, B, C or D."),
        (FilterField.Reviewed, "--reviewed", "YES|NO", "Whether a person has decided on the passage's tags."),
    ];

    private readonly List<(FilterField Field, Option<string[]> Option)> options = [];

    /// <param name="fields">The fields wanted; none for all.</param>
    public FilterOptions(params FilterField[] fields)
    {
        foreach (var (field, name, shows, description) in All.Where(known => fields.Length == 0 || fields.Contains(known.Field)))
        {
            var option = new Option<string[]>(name) { Description = description, HelpName = shows };
            if (FieldValues.Known(field) is { } known)
            {
                option.CompletionSources.Add([.. known]);
            }

            options.Add((field, option));
        }
    }

    public void AddTo(Command command)
    {
        foreach (var (_, option) in options)
        {
            command.Add(option);
        }
    }

    /// <summary>The filters given.</summary>
    /// <exception cref="RejectedInputException">A value is none of its field (<c>bad-filter</c>).</exception>
    public List<SearchFilter> Read(ParseResult parsed)
    {
        var read = new List<SearchFilter>();
        foreach (var (field, option) in options)
        {
            var values = parsed.GetValue(option) ?? [];
            if (values.Length > 0)
            {
                read.Add(Merge(field, option.Name, values));
            }
        }

        return read;
    }

    /// <summary>An option given twice means either.</summary>
    private static SearchFilter Merge(FilterField field, string option, string[] values)
    {
        var each = values.Select(value => FieldValues.Parse(field, value, out var error)
            ?? throw new RejectedInputException(new("bad-filter", $"{option}: {error!.Message} {error.Hint}"))).ToList();
        if (each.Count > 1 && each.Any(filter => filter.Values.Count == 0))
        {
            throw new RejectedInputException(new("bad-filter", $"{option}: a range cannot be joined with other values; give one of them."));
        }

        return each.Count == 1 ? each[0] : new(field, [.. each.SelectMany(filter => filter.Values).Distinct(StringComparer.Ordinal)]);
    }
}
