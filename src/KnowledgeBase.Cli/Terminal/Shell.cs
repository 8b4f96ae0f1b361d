using System.Text;
using KnowledgeBase.Cli.Json;
using Spectre.Console;

namespace KnowledgeBase.Cli.Terminal;

/// <summary>Where the program writes: data to stdout, talk to stderr. Colour only on a terminal, and not where NO_COLOR is set.</summary>
internal sealed class Shell : IDisposable
{
    private const int WidthInPipe = 200;
    private readonly Lazy<IAnsiConsole> tables;
    private readonly Lazy<IAnsiConsole> talkConsole;

    public Shell()
    {
        // No mark at the start: a reader of JSON lines would stumble over it.
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Out = new StreamWriter(Console.OpenStandardOutput(), encoding, bufferSize: 1 << 15);
        Talk = new StreamWriter(Console.OpenStandardError(), encoding) { AutoFlush = true };
        var plain = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") == "dumb";
        OutIsTerminal = !Console.IsOutputRedirected;
        TalkIsTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        Colour = OutIsTerminal && !plain;
        tables = new(() => Create(Out, OutIsTerminal, Colour));
        talkConsole = new(() => Create(Talk, TalkIsTerminal, TalkIsTerminal && !plain));
    }

    /// <summary>Data. Buffered: flushed at the end and where a reader may wait for a line.</summary>
    public TextWriter Out { get; }

    /// <summary>Talk.</summary>
    public TextWriter Talk { get; }

    /// <summary>True when a person reads stdout directly.</summary>
    public bool OutIsTerminal { get; }

    /// <summary>True when a person reads stderr directly.</summary>
    public bool TalkIsTerminal { get; }

    /// <summary>True when hit words and headings on stdout are to be coloured.</summary>
    public bool Colour { get; }

    /// <summary>Columns of the terminal; 100 in a pipe.</summary>
    public int Width => OutIsTerminal ? Math.Clamp(Console.WindowWidth, 40, 120) : 100;

    /// <summary>For tables on stdout.</summary>
    public IAnsiConsole Tables => tables.Value;

    /// <summary>For progress on stderr.</summary>
    public IAnsiConsole TalkConsole => talkConsole.Value;

    /// <summary>Says a line to the person, after what was written before it.</summary>
    public void Say(string line)
    {
        Out.Flush();
        Talk.WriteLine(line);
    }

    /// <summary>True when what goes wrong is to be said as JSON, {"error": {"code", "message"}}; default false.</summary>
    public bool ErrorsAsJson { get; init; }

    /// <summary>Says what is wrong, and gives the exit code for it.</summary>
    /// <param name="code">A permanent word, as in docs/problems.md.</param>
    /// <param name="message">For people.</param>
    public int Fail(string code, string message)
    {
        Say(ErrorsAsJson ? CliJson.Line(new ErrorShape(new(code, message))) : $"kb: {message}");
        return ExitCodes.Error;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Out.Dispose();
        Talk.Dispose();
    }

    private static IAnsiConsole Create(TextWriter writer, bool terminal, bool colour)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal && colour ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!terminal)
        {
            console.Profile.Width = WidthInPipe;
        }

        return console;
    }
}
