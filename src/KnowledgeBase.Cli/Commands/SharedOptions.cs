using System.CommandLine;
using System.Globalization;

namespace KnowledgeBase.Cli.Commands;

/// <summary>Options and arguments that several commands have, so that they read the same everywhere.</summary>
internal static class SharedOptions
{
    /// <summary><c>--json</c>.</summary>
    public static Option<bool> Json(string description) => new("--json") { Description = description };

    /// <summary>The grade from which on hits ask to check the print; the variable KB_CHECK_FROM sets it for all commands.</summary>
    public static Option<string> CheckFrom()
    {
        var option = new Option<string>("--check-from")
        {
            Description = "Mark hits of documents with this grade (A to D) or a worse one \"check the print\" (default: D; the variable KB_CHECK_FROM sets it too).",
            HelpName = "GRADE",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("KB_CHECK_FROM") is { Length: 1 } set && "ABCD".Contains(set, StringComparison.Ordinal) ? set : "D",
        };
        option.AcceptOnlyFromAmong("A", "B", "C", "D");
        return option;
    }

    /// <summary>The document meant.</summary>
    public static Argument<string> Document() => new("DOC")
    {
        Description = "Id of the document or the beginning of it (4 characters or more), its file name or path, its number, or words of its title.",
    };

    /// <summary>An option that takes a number within bounds.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="description">What it does.</param>
    /// <param name="unit">Shown as the value's name.</param>
    /// <param name="bounds">Lowest and highest value taken.</param>
    /// <param name="value">The default.</param>
    public static Option<double> Number(string name, string description, string unit, (double Low, double High) bounds, double value) => new(name)
    {
        Description = description,
        HelpName = unit,
        DefaultValueFactory = _ => value,
        CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number >= bounds.Low && number <= bounds.High)
            {
                return number;
            }

            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number from {bounds.Low} to {bounds.High}, not '{result.Tokens[0].Value}'."));
            return value;
        },
    };

    /// <summary>An option that takes a whole number within bounds.</summary>
    /// <inheritdoc cref="Number"/>
    public static Option<int> Count(string name, string description, string unit, (int Low, int High) bounds, int value) => new(name)
    {
        Description = description,
        HelpName = unit,
        DefaultValueFactory = _ => value,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= bounds.Low && number <= bounds.High)
            {
                return number;
            }

            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a whole number from {bounds.Low} to {bounds.High}, not '{result.Tokens[0].Value}'."));
            return value;
        },
    };
}
