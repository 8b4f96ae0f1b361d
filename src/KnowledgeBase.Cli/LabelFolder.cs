using KnowledgeBase.Documents;

namespace KnowledgeBase.Cli;

/// <summary>Where the labels lie that the model is learned from.</summary>
internal static class LabelFolder
{
    /// <summary>Documents in this subfolder are never learned from; models are compared on them.</summary>
    public const string Frozen = "frozen";

    /// <summary>corpus/labels of the repository that the program was built from.</summary>
    /// <exception cref="RejectedInputException">There is none.</exception>
    public static string OfRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var labels = Path.Combine(folder.FullName, "corpus", "labels");
            if (Directory.Exists(labels))
            {
                return labels;
            }
        }

        throw new RejectedInputException(new(
            "bad-labels", $"There is no folder corpus/labels above '{AppContext.BaseDirectory}'. Run the program from a clone of the repository, or name a folder with --labels."));
    }
}
