namespace KnowledgeBase.Search.Citing;

/// <summary>Puts a citation together without doubled punctuation.</summary>
internal sealed class CitationRuns
{
    private readonly List<CitationRun> runs = [];

    public CitationRuns Add(string text, bool italic = false)
    {
        if (text.Length > 0)
        {
            runs.Add(new(text, italic));
        }

        return this;
    }

    /// <summary>Adds a separator; a full stop is not set after "?", "!" or another full stop.</summary>
    public CitationRuns Separate(string separator)
    {
        if (runs.Count > 0)
        {
            var ended = runs[^1].Text[^1] is '.' or '?' or '!' && separator[0] == '.';
            Add(ended ? separator[1..] : separator);
        }

        return this;
    }

    /// <summary>Closes it.</summary>
    /// <param name="stop">What ends it: a full stop, or nothing.</param>
    public Citation End(string stop = ".")
    {
        if (stop.Length > 0)
        {
            Separate(stop);
        }

        var joined = new List<CitationRun>();
        foreach (var run in runs)
        {
            if (joined.Count > 0 && joined[^1].Italic == run.Italic)
            {
                joined[^1] = new(joined[^1].Text + run.Text, run.Italic);
            }
            else
            {
                joined.Add(run);
            }
        }

        return new(joined);
    }
}
