namespace KnowledgeBase.Benchmarks.Ingest;

/// <summary>What taking in the same files took at one size of the store.</summary>
/// <param name="PagesBefore">Pages that were in the store.</param>
/// <param name="Ingest">The files.</param>
/// <param name="Floor">pdftotext over the same files, the mean of right before and right after, as a shared machine is faster at one moment than at another.</param>
internal sealed record GrowthTime(int PagesBefore, IngestTime Ingest, CpuClock Floor)
{
    /// <summary>Processor time in that of pdftotext.</summary>
    public double TimesFloor => Ingest.Time.Processor / Floor.Processor;
}

/// <summary>Whether a page costs more the more pages are there already: the same files go into a store of about 100, 1,000 and 5,000 pages.</summary>
internal static class GrowthMeasurement
{
    private const int FewPages = 100;
    private const int SamplePages = 1000;

    public static async Task<IReadOnlyList<GrowthTime>> MeasureAsync(string[] files, StageTimes stages, string folder, CancellationToken cancellationToken)
    {
        var each = Math.Max(1, stages.Pages / stages.Files);
        var supply = new PageSupply([.. files.Select(file => (file, each))]);
        var data = Path.Combine(folder, "growth");
        var few = await IngestMeasurement.MeasureAsync(supply.Fill(Path.Combine(folder, "few"), FewPages, "few"), data, cancellationToken).ConfigureAwait(false);
        var before = few.Pages;
        var times = new List<GrowthTime>();
        for (var round = 0; round < 3; round++)
        {
            if (round == 2)
            {
                before += (await IngestMeasurement.MeasureAsync(files, data, cancellationToken).ConfigureAwait(false)).Pages;
            }

            var sample = supply.Fill(Path.Combine(folder, $"round-{round}"), SamplePages, $"round {round}");
            var floor = StageMeasurement.Floor(sample).Time;
            var ingest = await IngestMeasurement.MeasureAsync(sample, data, cancellationToken).ConfigureAwait(false);
            floor = floor.Plus(StageMeasurement.Floor(sample).Time);
            times.Add(new(before, ingest, new(floor.Wall / 2, floor.Processor / 2)));
            before += ingest.Pages;
        }

        return times;
    }
}
