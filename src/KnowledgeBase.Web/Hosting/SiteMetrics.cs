using System.Diagnostics.Metrics;

namespace KnowledgeBase.Web.Hosting;

/// <summary>Counts and times of the service, for any listener of System.Diagnostics.Metrics; no query, name or address among them.</summary>
public sealed class SiteMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "KnowledgeBase.Web";

    private readonly Meter meter = new(MeterName);
    private readonly Histogram<double> search;
    private readonly Counter<long> exports;
    private readonly Counter<long> images;
    private readonly Counter<long> uploads;

    /// <summary>Makes the instruments.</summary>
    public SiteMetrics()
    {
        search = meter.CreateHistogram<double>("kb.search.duration", "ms", "Time to answer a query.");
        exports = meter.CreateCounter<long>("kb.exports", description: "Exports made, by format.");
        images = meter.CreateCounter<long>("kb.page_images", description: "Page images given out.");
        uploads = meter.CreateCounter<long>("kb.uploads", description: "Files uploaded.");
    }

    /// <summary>A query was answered.</summary>
    public void Searched(double milliseconds) => search.Record(milliseconds);

    /// <summary>An export was made.</summary>
    public void Exported(string format) => exports.Add(1, new KeyValuePair<string, object?>("format", format));

    /// <summary>A page image was given out.</summary>
    public void ImageGiven() => images.Add(1);

    /// <summary>A file was uploaded.</summary>
    public void Uploaded() => uploads.Add(1);

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();
}
