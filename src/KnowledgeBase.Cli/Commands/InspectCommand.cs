using System.CommandLine;
using KnowledgeBase.Cli.Inspection;
using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Extraction;
using KnowledgeBase.Extraction.Images;
using KnowledgeBase.Extraction.Processes;
using KnowledgeBase.Structuring;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb inspect FILE --page N --out page.png</c>: shows on the page's picture what the program makes of it.</summary>
internal static class InspectCommand
{
    /// <summary>Fine enough to read small notes, coarse enough for a screen.</summary>
    private const int DotsPerInch = 130;

    private const int ShownWords = 9;

    public static Command Create(Shell shell)
    {
        var file = new Argument<string>("FILE") { Description = "The PDF." };
        var page = SharedOptions.Count("--page", "Which page, from 1.", "N", (1, 100_000), 1);
        var target = new Option<string>("--out") { Description = "Where to write the picture (default: FILE-page-N.png here).", HelpName = "PNG" };
        var limits = new LimitOptions();
        var command = new KbCommand("inspect", "Draw what the program makes of a page over its picture.")
        {
            Examples =
            [
                ("kb inspect report.pdf --page 7 --out page7.png", "Passages framed by role and numbered in reading order; what was set aside, in grey; lines lost, in red."),
            ],
        };
        command.Add(file);
        command.Add(page);
        command.Add(target);
        limits.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            var number = parsed.GetValue(page);
            var picture = parsed.GetValue(target) ?? FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(path)}-page-{number}.png");
            var marks = await DrawAsync(path, number, picture, limits.Read(parsed), cancellationToken).ConfigureAwait(false);
            foreach (var mark in marks)
            {
                shell.Out.WriteLine($"{mark.Label,-8} {NameOf(mark),-12} {Beginning(mark.Text)}");
            }

            shell.Say($"kb: drawn in {picture}.");
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<IReadOnlyList<PageMark>> DrawAsync(
        string path, int number, string picture, ExtractionOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var extracted = await Stages.Extractor().ExtractAsync(path, options, cancellationToken).ConfigureAwait(false);
            if (extracted.Source.Format != SourceFormat.Pdf || number > extracted.Pages.Count)
            {
                throw new RejectedInputException(new(
                    "no-such-page",
                    extracted.Source.Format == SourceFormat.Pdf
                        ? FormattableString.Invariant($"'{extracted.Source.FileName}' has {extracted.Pages.Count} pages, so there is no page {number}.")
                        : $"'{extracted.Source.FileName}' is no PDF and has no pages to draw on.",
                    number));
            }

            var document = new Structurer().Structure(extracted, DocumentId.FromSha256(extracted.Source.Sha256));
            var marks = PageMarks.Of(extracted.Pages[number - 1], document);
            var image = await ColourImage.RenderAsync(path, number, DotsPerInch, options, cancellationToken).ConfigureAwait(false);
            PageDrawing.Draw(image, marks, DotsPerInch / 72.0);
            await using var stream = File.Create(picture);
            await image.WritePngAsync(stream, cancellationToken).ConfigureAwait(false);
            return marks;
        }
        catch (ToolMissingException error)
        {
            throw new RejectedInputException(error.Problem, error);
        }
    }

    private static string NameOf(PageMark mark) => mark.Role is { } role ? EnumWords.Of(role) : mark.Kind switch
    {
        MarkKind.SetAside => "set aside",
        MarkKind.Unplaced => "not placed",
        _ => mark.Kind.ToString().ToLowerInvariant(),
    };

    private static string Beginning(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Take(ShownWords)) + (words.Length > ShownWords ? " …" : "");
    }
}
