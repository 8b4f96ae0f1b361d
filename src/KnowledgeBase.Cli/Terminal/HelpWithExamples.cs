using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using KnowledgeBase.Cli.Commands;

namespace KnowledgeBase.Cli.Terminal;

/// <summary>The library's help, followed by the command's examples.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is KbCommand { Examples.Count: > 0 } command)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var (line, does) in command.Examples)
            {
                output.WriteLine($"  {line}");
                output.WriteLine($"      {does}");
            }

            output.WriteLine();
        }

        return code;
    }
}
