using KnowledgeBase.Benchmarks.Ingest;
using KnowledgeBase.Benchmarks.Search;
using KnowledgeBase.Benchmarks.Tagging;
using KnowledgeBase.Benchmarks.Web;

// Measures by hand-written loops rather than BenchmarkDotNet: what counts here are percentiles over a mix of queries against one large
// store, not the mean of one call.
if (args is ["search", .. var rest])
{
    return SearchBenchmark.Run(rest);
}

if (args is ["service", .. var started])
{
    return await ServiceBenchmark.RunAsync(started).ConfigureAwait(false);
}

if (args is ["tagging", .. var arguments])
{
    return TaggingBenchmark.Run(arguments);
}

if (args is ["web", .. var site])
{
    return await WebBenchmark.RunAsync(site).ConfigureAwait(false);
}

if (args is ["ingest", .. var files])
{
    return await IngestBenchmark.RunAsync(files, CancellationToken.None).ConfigureAwait(false);
}

Console.Error.WriteLine("""
    usage: ingest FOLDER-OF-PDFS FILE.md [--no-growth]

      Measures ingest stage by stage against one sequential pdftotext over the same files, as a whole, and its growth over 100, 1,000 and 5,000
      pages, and writes a Markdown file (docs/bench.md).

    usage: search DATA-FOLDER [--passages N] [--growth] [--queries N] [--engine memory|fts5] [--vectors N] [--write FILE]

           tagging LABEL-FOLDER

      search makes a store of N synthetic passages in DATA-FOLDER (once; a later run of the same size uses it again), then measures answers by class
      of query, with one and eight clients and while documents come in (--ingest), beside
      FTS5 alone in the same run, and the exact search among N vectors. Writes tables to standard output or to FILE.
      tagging tags the documents of LABEL-FOLDER (corpus/labels) by the delivered model, on one thread.

    usage: service DATA-FOLDER KB.DLL [--passages N] [--vectors N]

      Starts the program over such a store, with vectors for N passages (100,000 unless told): time to the first answer, and memory under eight clients.

    usage: web DATA-FOLDER [--passages N] [--users N] [--seconds N] [--as-is] [--incoming FOLDER]

      Serves such a store (of 100,000 passages unless told; with --as-is the one in DATA-FOLDER, of real documents, as it stands) and measures its
      pages: one user, then many at once (50), then many while documents come in (made up ones, or the files of FOLDER, which stay in the store).
      By words and meaning where the encoder is installed.
    """);
return 2;
