using KnowledgeBase.Benchmarks.Search;
using KnowledgeBase.Benchmarks.Tagging;

// Measures by hand-written loops rather than BenchmarkDotNet: what counts here are percentiles over a mix of queries against one large
// store, not the mean of one call.
if (args is ["search", .. var rest])
{
    return SearchBenchmark.Run(rest);
}

if (args is ["tagging", .. var arguments])
{
    return TaggingBenchmark.Run(arguments);
}

Console.Error.WriteLine("""
    usage: search DATA-FOLDER [--passages N] [--growth] [--queries N] [--engine memory|fts5] [--vectors N] [--write FILE]

           tagging LABEL-FOLDER

      search makes a store of N synthetic passages in DATA-FOLDER (once; a later run of the same size uses it again), then measures answers by class
      of query, with one and eight clients and while documents come in (--ingest), beside
      FTS5 alone in the same run, and the exact search among N vectors. Writes tables to standard output or to FILE.
      tagging tags the documents of LABEL-FOLDER (corpus/labels) by the delivered model, on one thread.
    """);
return 2;
