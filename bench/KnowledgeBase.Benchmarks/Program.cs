using KnowledgeBase.Benchmarks.Search;

// Measures by hand-written loops rather than BenchmarkDotNet: what counts here are percentiles over a mix of queries against one large
// store, not the mean of one call.
if (args is ["search", .. var rest])
{
    return SearchBenchmark.Run(rest);
}

Console.Error.WriteLine("""
    usage: search DATA-FOLDER [--passages N] [--growth] [--queries N] [--engine memory|fts5] [--vectors N] [--write FILE]

      Makes a store of N synthetic passages in DATA-FOLDER (once; a later run of the same size uses it again), then measures answers by class
      of query, with one and eight clients and while documents come in (--ingest), beside
      FTS5 alone in the same run, and the exact search among N vectors. Writes tables to standard output or to FILE.
    """);
return 2;
