using System.Globalization;
using KnowledgeBase.Documents;
using KnowledgeBase.Ingestion;
using KnowledgeBase.Store;
using KnowledgeBase.Web.Api;
using KnowledgeBase.Web.Reading;

namespace KnowledgeBase.Web.Desk;

/// <summary>What editors and admins do to documents, for the API and the pages. Each act is noted.</summary>
/// <param name="parts">The store.</param>
/// <param name="acts">The log.</param>
/// <param name="library">What the viewer may see.</param>
public sealed class DocumentDesk(SiteParts parts, ActLog acts, Library library)
{
    private const int LongestText = 500;
    private const int OldestYear = 1000;

    private readonly FrontMatterEditor editor = new(parts.Store);

    /// <summary>Says who may see a document.</summary>
    /// <param name="id">The document.</param>
    /// <param name="visibility">"public", "network" or "restricted".</param>
    /// <returns>False when it is not there.</returns>
    /// <exception cref="RejectedInputException">The word is unknown (<c>bad-parameter</c>).</exception>
    public bool SetVisibility(string id, string? visibility)
    {
        SearchParameters.Check(!string.IsNullOrEmpty(visibility), "Say 'visibility': public, network or restricted.");
        var value = SearchParameters.EnumParameter(visibility, "visibility", Visibility.Network);
        var done = parts.Store.Documents.SetVisibility(new(id), value);
        if (done)
        {
            acts.Note("document.visibility", id, EnumWords.Of(value));
        }

        return done;
    }

    /// <summary>Says what a document's title, authors or year are, in place of what was read; what is the same as read is not kept.</summary>
    /// <param name="id">The document.</param>
    /// <param name="input">Absent values stay as they are, empty ones are taken back.</param>
    /// <param name="cancellation">Stops before anything is written.</param>
    /// <returns>False when it is not there for the viewer.</returns>
    /// <exception cref="RejectedInputException">A value cannot be taken (<c>bad-front-matter</c>, <c>bad-year</c>).</exception>
    public bool Describe(string id, FrontInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (library.Info(new(id)) is not { } info || editor.Of(info.Id) is not { } state)
        {
            return false;
        }

        var (read, said) = (state.Read, state.Said);
        var authors = input.Authors?.Select(name => Text(name)).OfType<string>().ToArray();
        editor.Say(
            info.Id,
            said with
            {
                Title = Changed(input.Title, read.Title, said.Title),
                Subtitle = Changed(input.Subtitle, read.Subtitle, said.Subtitle),
                Series = Changed(input.Series, read.Series, said.Series),
                Number = Changed(input.Number, read.Number, said.Number),
                Publisher = Changed(input.Publisher, read.Publisher, said.Publisher),
                Authors = authors is null ? said.Authors : authors.Length == 0 || authors.SequenceEqual(read.Authors) ? null : authors,
                Year = input.Year is null ? said.Year : Year(input.Year) is { } year && year != read.Year ? year : null,
            },
            cancellation);
        acts.Note("document.describe", id);
        return true;
    }

    private static string? Changed(string? given, string? read, string? said) => given is null ? said : Text(given) is { } text && text != read ? text : null;

    private static string? Text(string value)
    {
        var text = value.Trim();
        return text.Length > LongestText || text.Any(char.IsControl)
            ? throw new RejectedInputException(new("bad-front-matter", $"Titles and names are one line of {LongestText} characters at most."))
            : text.Length > 0 ? text : null;
    }

    private int? Year(string value)
    {
        var latest = parts.Time.GetUtcNow().Year + 1;
        return string.IsNullOrWhiteSpace(value) ? null
            : int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= OldestYear && year <= latest ? year
            : throw new RejectedInputException(new("bad-year", string.Create(CultureInfo.InvariantCulture, $"A year has four digits and is {latest} at the latest.")));
    }

    /// <summary>Removes a document with its passages, tags and decisions.</summary>
    /// <returns>False when it is not there.</returns>
    public bool Remove(string id)
    {
        var done = parts.Store.Documents.Remove(new(id));
        if (done)
        {
            acts.Note("document.remove", id);
        }

        return done;
    }
}
