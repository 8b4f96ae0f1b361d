using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace KnowledgeBase.Benchmarks.Ingest;

/// <summary>What one run of the program took.</summary>
/// <param name="Pages">Pages taken in.</param>
/// <param name="Time">From its start to its end, with its children.</param>
/// <param name="PeakMegabytes">Largest memory of the program, its children aside.</param>
internal sealed record ProgramTime(int Pages, CpuClock Time, double PeakMegabytes);

/// <summary>Runs <c>kb ingest</c> in a process of its own: start, compilation of its code and reports of progress included; no vectors are made.</summary>
internal static class ProgramMeasurement
{
    public static async Task<ProgramTime> MeasureAsync(string program, string reports, string folder, CancellationToken cancellationToken)
    {
        var noModels = Directory.CreateDirectory(Path.Combine(folder, "no-models")).FullName;
        var info = new ProcessStartInfo(program, ["ingest", reports, "--data", Path.Combine(folder, "program"), "--ocr", "never", "--json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["KB_MODELS"] = noModels },
        };
        var start = CpuClock.Now();
        using var process = Process.Start(info)!;
        var complaints = process.StandardError.ReadToEndAsync(cancellationToken);
        var (pages, peak) = (0, 0.0);
        while (await process.StandardOutput.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            using var json = JsonDocument.Parse(line);
            pages = json.RootElement.TryGetProperty("summary", out var summary) ? summary.GetProperty("pages").GetInt32() : pages;
            peak = Math.Max(peak, Peak(process.Id));
        }

        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        await complaints.ConfigureAwait(false);
        return new(pages, CpuClock.Now().Since(start), peak);
    }

    // The launcher replaces itself by the program, so the process is the same.
    private static double Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
