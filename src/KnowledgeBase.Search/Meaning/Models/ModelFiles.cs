using System.Security.Cryptography;
using KnowledgeBase.Documents;

namespace KnowledgeBase.Search.Meaning.Models;

/// <summary>
/// The folder an encoder model is installed in. The model is the same for every data folder and large, so it lies once per
/// user, in a folder named after its version; the environment variable KB_MODELS names another place.
/// </summary>
/// <param name="modelsFolder">Holds a folder per model version; need not exist yet.</param>
/// <param name="package">The model.</param>
public sealed class ModelFiles(string modelsFolder, ModelPackage package)
{
    /// <summary>Environment variable that names the models folder.</summary>
    public const string EnvironmentVariable = "KB_MODELS";

    /// <summary>What to do when the model is not there.</summary>
    private const string Advice = "run `kb models install`; until then keyword search works without it";

    /// <summary>The model.</summary>
    public ModelPackage Package { get; } = package;

    /// <summary>The folder of this model's version.</summary>
    public string Folder { get; } = Path.Combine(Path.GetFullPath(modelsFolder), package.ModelVersion);

    /// <summary>The sentence encoder's files: under KB_MODELS if set, else the user's folder for application data, else "models" beside the program.</summary>
    public static ModelFiles Default()
    {
        if (Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } named)
        {
            return new ModelFiles(named, ModelPackage.SentenceEncoder);
        }

        var user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        var folder = user.Length > 0 ? Path.Combine(user, "knowledge-base", "models") : Path.Combine(AppContext.BaseDirectory, "models");
        return new ModelFiles(folder, ModelPackage.SentenceEncoder);
    }

    /// <summary>Whether the files are there with the right sizes: quick, without reading them.</summary>
    /// <returns>Null if so, else "model-missing" or "model-damaged" with what to do.</returns>
    public Problem? Check()
    {
        if (!Directory.Exists(Folder))
        {
            return Missing();
        }

        foreach (var file in Package.Files)
        {
            var info = new FileInfo(PathOf(file));
            if (!info.Exists)
            {
                return Damaged($"{file.Name} is missing");
            }

            if (info.Length != file.Bytes)
            {
                return Damaged($"{file.Name} has {info.Length} bytes, not {file.Bytes}");
            }
        }

        return null;
    }

    /// <summary>Reads all files and compares their hashes.</summary>
    /// <returns>Null if all agree, else "model-missing" or "model-damaged" with what to do.</returns>
    public Problem? Verify()
    {
        if (Check() is { } problem)
        {
            return problem;
        }

        try
        {
            foreach (var file in Package.Files)
            {
                ReadVerified(file.Name);
            }

            return null;
        }
        catch (RejectedInputException exception)
        {
            return exception.Problem;
        }
    }

    /// <summary>A file's bytes, if they are the pinned ones.</summary>
    /// <exception cref="RejectedInputException">"model-missing" or "model-damaged".</exception>
    internal byte[] ReadVerified(string name)
    {
        var file = Package.Files.Single(candidate => candidate.Name == name);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(PathOf(file));
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new RejectedInputException(Missing(), exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RejectedInputException(Damaged($"{name} cannot be read ({exception.Message})"), exception);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return hash == file.Sha256
            ? bytes
            : throw new RejectedInputException(Damaged($"{name} has the hash {hash}, not {file.Sha256}"));
    }

    private string PathOf(ModelFile file) => Path.Combine(Folder, file.Name);

    private Problem Missing() => new("model-missing", $"The sentence encoder is not installed in {Folder}: {Advice}.");

    private Problem Damaged(string what) => new("model-damaged", $"The sentence encoder in {Folder} is damaged: {what}; {Advice}.");
}
