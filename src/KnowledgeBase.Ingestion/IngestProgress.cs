namespace KnowledgeBase.Ingestion;

/// <summary>How far a run has come.</summary>
/// <param name="FilesDone">Files with an outcome.</param>
/// <param name="FilesTotal">Files found.</param>
/// <param name="BytesDone">Size of the files that are done; the measure of how much is left, since pages are known only once read.</param>
/// <param name="BytesTotal">Size of all files.</param>
/// <param name="Pages">Pages read so far.</param>
/// <param name="Elapsed">Wall-clock time since the run began.</param>
public sealed record IngestProgress(int FilesDone, int FilesTotal, long BytesDone, long BytesTotal, int Pages, TimeSpan Elapsed)
{
    /// <summary>Share of the work that is done, 0 to 1.</summary>
    public double Share => BytesTotal > 0 ? (double)BytesDone / BytesTotal : 1;

    /// <summary>Pages read per second of the whole run; 0 before the first.</summary>
    public double PagesPerSecond => Elapsed > TimeSpan.Zero ? Pages / Elapsed.TotalSeconds : 0;

    /// <summary>Time left if the rest goes as fast as what is done, by size; null before anything is done.</summary>
    public TimeSpan? TimeLeft => BytesDone > 0 ? Elapsed * ((BytesTotal - BytesDone) / (double)BytesDone) : null;
}
