namespace KnowledgeBase.Documents;

/// <summary>Why a line is no part of any passage.</summary>
public enum SetAsideReason
{
    /// <summary>A line repeated at the top of pages.</summary>
    RunningHead,

    /// <summary>A line repeated at the foot of pages.</summary>
    RunningFoot,

    /// <summary>A printed page number.</summary>
    PageNumber,

    /// <summary>A list of link addresses at a page's end.</summary>
    LinkDump,

    /// <summary>Words taken from the body and set large.</summary>
    PullQuote,

    /// <summary>Part of the title block, kept in the front matter.</summary>
    FrontMatter,

    /// <summary>Text that runs along the margin or is rotated.</summary>
    Marginal,

    /// <summary>Loose letters and figures of a picture.</summary>
    Figure,

    /// <summary>A second layer of the same text.</summary>
    Duplicate,
}

/// <summary>A line that belongs to no passage.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Page">Page index from 1; null in formats without pages.</param>
/// <param name="Reason">Why.</param>
public sealed record SetAsideLine(string Text, int? Page, SetAsideReason Reason);
