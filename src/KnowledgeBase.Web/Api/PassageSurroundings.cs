using KnowledgeBase.Search.Citing;
using KnowledgeBase.Store;
using KnowledgeBase.Web.Reading;

namespace KnowledgeBase.Web.Api;

/// <summary>A passage as the API and the command line show it, with those around it.</summary>
public static class PassageSurroundings
{
    /// <summary>The passage and its neighbours in reading order; footnotes follow the last passage.</summary>
    /// <param name="found">The passage.</param>
    /// <param name="before">How many before it, from 0; fewer where the document begins.</param>
    /// <param name="after">How many after it, from 0; fewer where the document ends.</param>
    /// <param name="citations">Cites them.</param>
    public static PassageContext Of(PassageInDocument found, int before, int after, CitationWriter citations)
    {
        ArgumentNullException.ThrowIfNull(found);
        var around = PassageEntry.Of(found.Document.Tagged.Document);
        var at = found.Entry.Position;
        return new(
            Shapes(around.Skip(Math.Max(0, at - before)).Take(Math.Min(before, at))),
            ShapeWriter.Shape(found, citations),
            Shapes(around.Skip(at + 1).Take(after)));

        IReadOnlyList<PassageShown> Shapes(IEnumerable<PassageEntry> entries) =>
            [.. entries.Select(entry => ShapeWriter.Shape(new(entry, found.Document), citations))];
    }
}
