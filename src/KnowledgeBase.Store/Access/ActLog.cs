using KnowledgeBase.Store.Database;

namespace KnowledgeBase.Store.Access;

/// <summary>Something a person did to the store.</summary>
/// <param name="At">When.</param>
/// <param name="Person">Who: the name of their key.</param>
/// <param name="What">A permanent word, "review.record".</param>
/// <param name="Subject">What it was done to: an id.</param>
/// <param name="Detail">More for people, or null.</param>
public sealed record Act(DateTimeOffset At, string Person, string What, string Subject, string? Detail);

/// <summary>The log of people's acts; it only grows. Safe to use from several threads.</summary>
public sealed class ActLog
{
    private readonly StoreDatabase database;
    private readonly TimeProvider time;

    internal ActLog(StoreDatabase database, TimeProvider time)
    {
        this.database = database;
        this.time = time;
    }

    /// <summary>Notes an act, now.</summary>
    public void Note(string person, string what, string subject, string? detail) => database.Write(connection => connection.Run(
        "INSERT INTO act (at, person, what, subject, detail) VALUES ($1, $2, $3, $4, $5)", time.GetUtcNow().ToColumn(), person, what, subject, detail));

    /// <summary>The last acts, newest first.</summary>
    /// <param name="count">How many, from 1.</param>
    public IReadOnlyList<Act> Last(int count) => database.Read(connection => connection.Rows(
        "SELECT at, person, what, subject, detail FROM act ORDER BY id DESC LIMIT $1",
        r => new Act(r.Time(0), r.GetString(1), r.GetString(2), r.GetString(3), r.Text(4)), count));
}
