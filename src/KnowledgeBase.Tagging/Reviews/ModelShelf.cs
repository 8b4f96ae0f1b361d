using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Learning;

namespace KnowledgeBase.Tagging.Reviews;

/// <summary>
/// Keeps the models learned on this machine in a folder: the newest is in use, two more stay for going back. With an empty shelf
/// the delivered model is in use.
/// </summary>
/// <param name="folder">Made when the first model is put there.</param>
/// <param name="delivered">Gives the model that comes with the program.</param>
public sealed class ModelShelf(string folder, Func<LinearModel> delivered)
{
    /// <summary>A shelf over the model that comes with the product's own learner.</summary>
    public ModelShelf(string folder)
        : this(folder, DefaultModel.Load)
    {
    }

    /// <summary>Models kept at most, the one in use included.</summary>
    public const int Kept = 3;

    private const string Pattern = "model-*.bin";

    /// <summary>The kept models' files, the one in use first.</summary>
    public IReadOnlyList<string> Files =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, Pattern).OrderDescending(StringComparer.Ordinal)] : [];

    /// <summary>The model in use.</summary>
    /// <exception cref="RejectedInputException">Its file is damaged or of another version.</exception>
    public LinearModel Current() => Files is [var newest, ..] ? ModelFile.Read(File.ReadAllBytes(newest), Path.GetFileName(newest)) : delivered();

    /// <summary>Puts a model into use and lets go of the fourth oldest.</summary>
    public void Install(LinearModel model)
    {
        Directory.CreateDirectory(folder);
        var number = Files is [var newest, ..] ? NumberOf(newest) + 1 : 1;
        var target = Path.Combine(folder, $"model-{number:D6}.bin");
        // Written beside and moved, so that a killed process leaves no half a model in use.
        var beside = target + ".new";
        File.WriteAllBytes(beside, ModelFile.Write(model));
        File.Move(beside, target, overwrite: true);
        foreach (var old in Files.Skip(Kept))
        {
            File.Delete(old);
        }
    }

    /// <summary>Takes the model in use away, so that the one before it is used again.</summary>
    /// <returns>The model now in use, or null when the delivered one was in use already.</returns>
    public LinearModel? Rollback()
    {
        if (Files is not [var newest, ..])
        {
            return null;
        }

        File.Delete(newest);
        return Current();
    }

    private static int NumberOf(string file) =>
        int.Parse(Path.GetFileNameWithoutExtension(file).AsSpan("model-".Length), System.Globalization.CultureInfo.InvariantCulture);
}
