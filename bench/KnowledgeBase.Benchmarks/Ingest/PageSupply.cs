using System.Globalization;
using System.Text;

namespace KnowledgeBase.Benchmarks.Ingest;

/// <summary>Makes folders of about a number of pages out of real files; a file that is needed again is copied with a last line of its own, so that it is another document.</summary>
/// <param name="files">The files with their number of pages.</param>
internal sealed class PageSupply(IReadOnlyList<(string Path, int Pages)> files)
{
    /// <summary>Copies files into a new folder until they have at least so many pages.</summary>
    /// <param name="folder">Made.</param>
    /// <param name="pages">How many, 1 or more.</param>
    /// <param name="mark">Goes into the last line of each copy.</param>
    /// <returns>The copies.</returns>
    public IReadOnlyList<string> Fill(string folder, int pages, string mark)
    {
        Directory.CreateDirectory(folder);
        // Evenly from the whole list: its beginning may be of one kind.
        var round = (double)files.Sum(file => file.Pages);
        var step = Math.Max(1, (int)(round / pages));
        var order = Enumerable.Range(0, step).SelectMany(first => files.Where((_, index) => index % step == first)).ToList();
        var copies = new List<string>();
        for (int have = 0, i = 0; have < pages; i++)
        {
            var (path, count) = order[i % order.Count];
            var copy = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{i:D5}-{Path.GetFileName(path)}"));
            File.Copy(path, copy, overwrite: true);
            File.AppendAllText(copy, string.Create(CultureInfo.InvariantCulture, $"\n% {mark} {i}\n"), Encoding.ASCII);
            copies.Add(copy);
            have += count;
        }

        return copies;
    }
}
