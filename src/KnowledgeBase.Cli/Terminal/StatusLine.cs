using System.Diagnostics;

namespace KnowledgeBase.Cli.Terminal;

/// <summary>
/// Says on stderr how far long work has come: on a terminal in one line that is written over, elsewhere as a plain line now and then.
/// </summary>
internal sealed class StatusLine(Shell shell)
{
    private const string EraseLine = "\r\u001b[K";
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan InPipe = TimeSpan.FromSeconds(10);

    private long last = Stopwatch.GetTimestamp();
    private bool shown;

    /// <summary>Shows where the work stands; does nothing when it did so just before.</summary>
    public void Show(Func<string> status)
    {
        if (Stopwatch.GetElapsedTime(last) < (shell.TalkIsTerminal ? OnTerminal : InPipe))
        {
            return;
        }

        last = Stopwatch.GetTimestamp();
        if (!shell.TalkIsTerminal)
        {
            shell.Say($"kb: {status()}");
            return;
        }

        var line = status();
        var room = Math.Max(20, Console.WindowWidth - 1);
        shell.Talk.Write(EraseLine + (line.Length > room ? line[..room] : line));
        shown = true;
    }

    /// <summary>Takes the line away, so that something else can be written.</summary>
    public void Clear()
    {
        if (shown)
        {
            shell.Talk.Write(EraseLine);
            shown = false;
        }
    }
}
