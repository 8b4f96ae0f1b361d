using KnowledgeBase.Cli.Terminal;
using KnowledgeBase.Documents;
using KnowledgeBase.Search.Answers;
using KnowledgeBase.Search.Meaning;
using KnowledgeBase.Search.Meaning.Models;
using KnowledgeBase.Store;

namespace KnowledgeBase.Cli;

/// <summary>The sentence encoder of this machine, where its model is installed; all commands work without it, by keyword.</summary>
internal static class MeaningAccess
{
    /// <summary>The encoder, or null where its model is not installed or is damaged.</summary>
    public static UniversalSentenceEncoder? Load(out Problem? problem)
    {
        try
        {
            problem = null;
            return UniversalSentenceEncoder.Load(ModelFiles.Default(), new EncoderOptions());
        }
        catch (RejectedInputException rejection)
        {
            problem = rejection.Problem;
            return null;
        }
    }

    /// <summary>
    /// Vectors for the searches of a store. Nothing is loaded before a search needs it, nor where the store has no vectors; what is
    /// lacking may come later, so each search looks again.
    /// </summary>
    public static MeaningSource SourceFor(KnowledgeStore store)
    {
        var loading = new Lock();
        MeaningIndex? loaded = null;
        Problem? lacking = null;
        var damaged = false;
        return new MeaningSource(Index, () => lacking is null
            ? CodedText.Of("meaning-lacking", $"No passage has a vector yet: 'kb models vectors' makes them.")
            : CodedText.Of(lacking));

        MeaningIndex? Index()
        {
            if (Volatile.Read(ref loaded) is { } ready)
            {
                return ready;
            }

            lock (loading)
            {
                lacking = damaged ? lacking : ModelFiles.Default().Check();
                if (loaded is not null || lacking is not null || !store.Vectors.Any(ModelPackage.SentenceEncoder.ModelVersion))
                {
                    return loaded;
                }

                // A model that is there and cannot be read would cost each search the attempt.
                var encoder = Load(out lacking);
                damaged = encoder is null;
                loaded = encoder is null ? null : new MeaningIndex(store.Vectors, encoder);
                return loaded;
            }
        }
    }

    /// <summary>
    /// Makes vectors for what is taken in while a store is served, until told to stop. A failure to read or write the store ends it: what
    /// lacks a vector is found by keyword.
    /// </summary>
    /// <param name="shell">Told why it ended, if it did so by itself.</param>
    /// <param name="store">The store.</param>
    /// <param name="pause">Time between looks at the store.</param>
    /// <param name="cancellationToken">Ends it between two batches.</param>
    public static async Task KeepVectorsAsync(Shell shell, KnowledgeStore store, TimeSpan pause, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(pause);
        UniversalSentenceEncoder? encoder = null;
        try
        {
            // Not at once: a service that starts has its index to load, and readers who wait for it.
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
            {
                if (ModelFiles.Default().Check() is null && store.Vectors.CountLacking(ModelPackage.SentenceEncoder.ModelVersion) > 0)
                {
                    encoder ??= Load(out var problem) ?? throw new RejectedInputException(problem!);
                    await Task.Run(() => new VectorBuilder(store.Vectors, encoder).Run(null, cancellationToken), cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Being told to stop is how it ends; what was made is saved.
        }
        catch (RejectedInputException rejection)
        {
            shell.Say($"kb: no more vectors are made: {rejection.Problem.Message}");
        }
    }

    /// <summary>Makes the vectors that are lacking, with progress; nothing where the model is not installed.</summary>
    public static void MakeVectors(Shell shell, KnowledgeStore store, CancellationToken cancellationToken)
    {
        if (store.Vectors.CountLacking(ModelPackage.SentenceEncoder.ModelVersion) == 0
            || ModelFiles.Default().Check() is not null
            || Load(out _) is not { } encoder)
        {
            return;
        }

        var made = new VectorBuilder(store.Vectors, encoder).Run(new VectorLines(shell), cancellationToken);
        shell.Say($"kb: {OutlineWriter.Count(made, "vector")} made; passages are found by meaning too.");
    }

    /// <summary>A line now and then: the work may take minutes.</summary>
    private sealed class VectorLines(Shell shell) : IProgress<VectorProgress>
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
        private readonly long started = TimeProvider.System.GetTimestamp();
        private TimeSpan next = Pause;

        public void Report(VectorProgress value)
        {
            var elapsed = TimeProvider.System.GetElapsedTime(started);
            if (elapsed >= next)
            {
                next = elapsed + Pause;
                shell.Say($"kb: vectors {value.Done} of {value.Of}; they can be searched by keyword already.");
            }
        }
    }
}
