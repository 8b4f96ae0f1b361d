using System.CommandLine;
using KnowledgeBase.Cli.Terminal;

namespace KnowledgeBase.Cli.Commands;

/// <summary>
/// <c>kb completion SHELL</c>: prints a script that lets the shell ask the program itself what may follow, by the
/// <c>[suggest:POSITION]</c> directive of System.CommandLine; so completion knows every command and option there is.
/// </summary>
internal static class CompletionCommand
{
    private const string Bash = """
        # kb completion for bash; in ~/.bashrc: source <(kb completion bash)
        _kb_complete() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _kb_complete kb ./kb

        """;

    private const string Zsh = """
        # kb completion for zsh; in ~/.zshrc: source <(kb completion zsh)
        _kb_complete() {
            local -a found
            found=("${(@f)$("${words[1]}" "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
            compadd -- $found
            _files
        }
        compdef _kb_complete kb ./kb

        """;

    private const string Fish = """
        # kb completion for fish; once: kb completion fish > ~/.config/fish/completions/kb.fish
        function __kb_complete
            set -l line (commandline -cp)
            set -l program (commandline -opc)[1]
            $program "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c kb -a "(__kb_complete)"

        """;

    private const string PowerShell = """
        # kb completion for PowerShell; in $PROFILE: kb completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName kb -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            kb "[suggest:$cursorPosition]" "$commandAst" 2>$null | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;

    public static Command Create(Shell shell)
    {
        var name = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        name.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new KbCommand("completion", "Print a script that completes commands in your shell.")
        {
            Examples = [("source <(./kb completion bash)", "Complete commands and options with the Tab key, in this shell.")],
        };
        command.Add(name);
        command.SetAction(parsed => shell.Out.Write(parsed.GetRequiredValue(name) switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            "fish" => Fish,
            _ => PowerShell,
        }));
        return command;
    }
}
