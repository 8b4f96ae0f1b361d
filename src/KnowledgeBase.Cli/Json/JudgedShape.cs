namespace KnowledgeBase.Cli.Json;

/// <summary>One method on one judged set.</summary>
/// <param name="Set">The set's name.</param>
/// <param name="Queries">Queries with an answer.</param>
/// <param name="Method">"plain bm25", "keyword", "meaning" or "hybrid".</param>
/// <param name="Ndcg10">Mean nDCG@10.</param>
/// <param name="Recall100">Mean recall@100.</param>
/// <param name="Mrr">Mean reciprocal rank.</param>
/// <param name="P">Against plain bm25, two-sided; null for it itself.</param>
/// <param name="PKeyword">Of hybrid against keyword, two-sided; null for the others.</param>
/// <param name="Unreadable">Queries that could not be read as typed.</param>
internal sealed record JudgedShape(
    string Set, int Queries, string Method, double Ndcg10, double Recall100, double Mrr, double? P, double? PKeyword, int Unreadable);
