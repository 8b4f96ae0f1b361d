namespace KnowledgeBase.Acceptance.Tests.Running;

/// <summary>The program with all sample papers taken in, once for a class of tests that only ask.</summary>
public sealed class SamplePapers : IAsyncLifetime
{
    internal KbProgram Kb { get; } = new();

    public async Task InitializeAsync() => await Kb.DoAsync("ingest", Repository.Papers);

    public Task DisposeAsync()
    {
        Kb.Dispose();
        return Task.CompletedTask;
    }
}
