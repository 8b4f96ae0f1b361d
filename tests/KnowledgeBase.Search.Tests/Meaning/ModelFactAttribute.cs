using KnowledgeBase.Search.Meaning.Models;

namespace KnowledgeBase.Search.Tests.Meaning;

/// <summary>A test that needs the encoder's weights, which are not in the repository: skipped, with the reason, where they are not installed.</summary>
public sealed class ModelFactAttribute : FactAttribute
{
    public ModelFactAttribute()
    {
        if (ModelFiles.Default().Check() is { } problem)
        {
            Skip = problem.Message;
        }
    }
}
