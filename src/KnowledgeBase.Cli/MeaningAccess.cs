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

    /// <summary>Vectors for the searches of a store. Nothing is loaded before a search needs it, nor where the store has no vectors.</summary>
    public static MeaningSource SourceFor(KnowledgeStore store)
    {
        Problem? problem = null;
        var index = new Lazy<MeaningIndex?>(() =>
        {
            if (store.Vectors.Count(ModelPackage.SentenceEncoder.ModelVersion) == 0)
            {
                problem = ModelFiles.Default().Check();
                return null;
            }

            return Load(out problem) is { } encoder ? new MeaningIndex(store.Vectors, encoder) : null;
        });
        return new MeaningSource(() => index.Value, () => problem?.Message ?? "No passage has a vector yet: 'kb models vectors' makes them.");
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
        shell.Say($"kb: {made} vectors made; passages are found by meaning too.");
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
