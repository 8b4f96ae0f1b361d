namespace KnowledgeBase.Web.Tests.Access;

/// <summary>A paper whose title, number, series and organisation are words of those of the samples: whoever sees it means it alone by them.</summary>
internal sealed class Namesake : IDisposable
{
    public Namesake() => File.WriteAllText(
        Path,
        """
        ---
        title: "Mediators"
        date: 2020-01-01
        lang: en
        series: Knowledge Samples
        number: 13
        ---

        # Mediators

        ## Findings

        The Fuerzas Armadas (FA) met the Familia de Armadas y Revolucion Comun (FARC-EP) near the river, and both of them went home after a long and quiet day.
        """);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"kb-namesake-{Guid.NewGuid():N}.md");

    public void Dispose() => File.Delete(Path);
}
