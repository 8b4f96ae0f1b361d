using System.Text.Json;
using KnowledgeBase.Documents;
using KnowledgeBase.Tagging.Judging;

namespace KnowledgeBase.Web.Reading;

/// <summary>How well tags are told: the figures of a file where the site is given one, else those that the program was delivered with.</summary>
internal static class MeasuredTags
{
    /// <summary>The figures, or null when there are none.</summary>
    /// <exception cref="RejectedInputException">The file cannot be read (<c>bad-figures</c>).</exception>
    public static TagFigures? Of(SiteOptions options)
    {
        if (options.EvaluationFile is not { } path)
        {
            return TagFigures.Delivered();
        }

        try
        {
            using var file = File.OpenRead(path);
            return TagFigures.Read(file);
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new RejectedInputException(new("bad-figures", "The file of measured figures cannot be read. 'kb evaluate --figures FILE' writes one."), error);
        }
    }
}
