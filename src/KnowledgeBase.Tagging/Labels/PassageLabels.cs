namespace KnowledgeBase.Tagging.Labels;

/// <summary>What people say a passage carries.</summary>
/// <param name="Asserted">Kinds, themes and addressees; their names do not clash.</param>
/// <param name="Arguable">Tags on which careful readers differ; counted neither way.</param>
public sealed record PassageLabels(IReadOnlySet<string> Asserted, IReadOnlySet<string> Arguable);
