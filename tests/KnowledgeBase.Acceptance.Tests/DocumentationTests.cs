using System.Text;
using System.Text.RegularExpressions;
using KnowledgeBase.Acceptance.Tests.Running;

namespace KnowledgeBase.Acceptance.Tests;

/// <summary>What the documents say is so: README samples are what the program prints, codes and commands are all described, links lead somewhere.</summary>
public sealed partial class DocumentationTests(SamplePapers papers) : IClassFixture<SamplePapers>
{
    /// <summary>Set to 1, the README's samples are written anew from the program instead of being checked.</summary>
    private const string RewriteSwitch = "KB_REWRITE_README";

    private static readonly string Readme = Path.Combine(Repository.Root, "README.md");

    [Fact]
    public async Task The_samples_in_the_README_are_what_the_program_prints()
    {
        var readme = await File.ReadAllTextAsync(Readme);
        var current = new StringBuilder();
        var at = 0;
        foreach (Match sample in Sample().Matches(readme))
        {
            var arguments = Words(sample.Groups["command"].Value);
            var printed = (await papers.Kb.DoAsync(arguments)).Out.Trim('\n').ReplaceLineEndings("\n");
            current.Append(readme, at, sample.Groups["output"].Index - at).Append(printed).Append('\n');
            at = sample.Groups["output"].Index + sample.Groups["output"].Length;
        }

        current.Append(readme, at, readme.Length - at);
        Assert.True(at > 0, "The README shows no sample.");
        if (Environment.GetEnvironmentVariable(RewriteSwitch) == "1")
        {
            await File.WriteAllTextAsync(Readme, current.ToString());
            Assert.Fail($"The README was written anew; read the difference, then run without {RewriteSwitch}.");
        }

        Assert.Equal(Stable(readme), Stable(current.ToString()));
    }

    [Fact]
    public async Task Every_problem_code_in_the_source_is_described()
    {
        var described = Code().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "problems.md"))).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var used = Sources().SelectMany(path => ProblemInSource().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.Contains("password-needed", used);
        Assert.Empty(used.Except(described));
    }

    [Fact]
    public async Task Every_command_is_in_the_README()
    {
        var readme = await File.ReadAllTextAsync(Readme);
        var help = (await papers.Kb.DoAsync("--help")).Out;
        var commands = help[help.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n').Skip(1).Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ').Select(line => line.Trim().Split(' ')[0]).ToList();

        Assert.Contains("ingest", commands);
        Assert.All(commands, command => Assert.Matches($"`(\\./)?kb {command}\\b", readme));
    }

    [Fact]
    public void Links_in_the_documents_lead_to_files_that_exist()
    {
        var documents = Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Readme);
        var broken = documents.SelectMany(document => Link().Matches(File.ReadAllText(document))
            .Select(match => match.Groups[1].Value.Split('#')[0]).Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal))
            .Where(target => !Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, target)))
            .Select(target => $"{Path.GetRelativePath(Repository.Root, document)}: {target}"));

        Assert.Empty(broken);
    }

    /// <summary>
    /// Without what a better model or another paper rightly changes: tags with their confidence, and the counts below the hits. The passage,
    /// its headings and its citation stay.
    /// </summary>
    private static string Stable(string readme) => VolatileLines().Replace(readme, "");

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string[] Words(string command) => [.. ShellWord().Matches(command).Select(match => match.Value.Trim('\'', '"') is var word && match.Value[0] == '\'' ? match.Value[1..^1] : word)];

    // A fenced block whose first line is a command: "$ ./kb search …", then what it prints.
    [GeneratedRegex(@"^```console\n\$ \./kb (?<command>[^\n]*)\n(?<output>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Sample();

    [GeneratedRegex(@"'[^']*'|""[^""]*""|\S+", RegexOptions.CultureInvariant)]
    private static partial Regex ShellWord();

    [GeneratedRegex(@"^    \[[0-9a-f]{16}\](?:.*\n(?:    .*\n)*)|^(?:kind|theme|addressee|process|year|lang): .*\n", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex VolatileLines();

    [GeneratedRegex("`([a-z]+(?:-[a-z]+)+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    // new Problem("code", …), new("code", "sentence…"), Rejection("code", …): a code is words joined by hyphens and is followed by its sentence.
    [GeneratedRegex(@"(?:Problem|Rejection|Rejected|Unsafe|Broken|\bnew)\(\s*""([a-z]+(?:-[a-z]+)+)""\s*,\s*(?:\$?@?""|string\.Create|FormattableString)", RegexOptions.CultureInvariant)]
    private static partial Regex ProblemInSource();

    [GeneratedRegex(@"\]\(([^)\s]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
