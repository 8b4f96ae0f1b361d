using KnowledgeBase.Documents;
using KnowledgeBase.Store.Database;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Desk;

/// <summary>How far a job is.</summary>
public enum JobState
{
    /// <summary>Not begun.</summary>
    Waiting,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>Ended as it should.</summary>
    Done,

    /// <summary>Ended with an error.</summary>
    Failed,

    /// <summary>Stopped by a person, or by the end of the program.</summary>
    Cancelled,
}

/// <summary>A piece of longer work that the service does in the background.</summary>
/// <param name="Id">Its number, never used again.</param>
/// <param name="Kind">What it does, "ingest".</param>
/// <param name="State">How far it is.</param>
/// <param name="Input">What it works on, for people.</param>
/// <param name="Progress">The last thing it said, or null.</param>
/// <param name="Result">JSON of its outcome, or null before its end.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="UpdatedAt">When it last changed.</param>
public sealed record Job(
    long Id, string Kind, JobState State, string Input, string? Progress, string? Result, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>True when nothing more will happen.</summary>
    public bool Ended => State is JobState.Done or JobState.Failed or JobState.Cancelled;
}

/// <summary>The jobs of the service. Safe to use from several threads.</summary>
public sealed class JobStore
{
    private const string Columns = "id, kind, state, input, progress, result, created_at, updated_at";
    private readonly StoreDatabase database;
    private readonly TimeProvider time;

    internal JobStore(StoreDatabase database, TimeProvider time)
    {
        this.database = database;
        this.time = time;
    }

    /// <summary>Notes a new job that waits.</summary>
    public Job Create(string kind, string input) => database.Write(connection =>
    {
        var id = (long)connection.Scalar(
            "INSERT INTO job (kind, state, input, created_at, updated_at) VALUES ($1, 'waiting', $2, $3, $3) RETURNING id",
            kind, input, time.GetUtcNow().ToColumn())!;
        return One(connection, id)!;
    });

    /// <summary>Notes how far a job is; a job that ended stays as it ended.</summary>
    /// <param name="id">The job.</param>
    /// <param name="state">Its state.</param>
    /// <param name="progress">What it says now, or null to leave what it said last.</param>
    /// <param name="result">JSON of its outcome, or null.</param>
    /// <returns>The job after it; null when there is none.</returns>
    public Job? Update(long id, JobState state, string? progress, string? result) => database.Write(connection =>
    {
        connection.Run(
            """
            UPDATE job SET state = $2, progress = coalesce($3, progress), result = coalesce($4, result), updated_at = $5
            WHERE id = $1 AND state IN ('waiting', 'running')
            """,
            id, EnumWords.Of(state), progress, result, time.GetUtcNow().ToColumn());
        return One(connection, id);
    });

    /// <summary>Marks jobs as cancelled that another run of the program left unfinished; to be called before the first job.</summary>
    public int CancelUnfinished() => database.Write(connection => connection.Run(
        "UPDATE job SET state = 'cancelled', updated_at = $1 WHERE state IN ('waiting', 'running')", time.GetUtcNow().ToColumn()));

    /// <summary>One job, or null.</summary>
    public Job? Get(long id) => database.Read(connection => One(connection, id));

    /// <summary>The last jobs, newest first.</summary>
    /// <param name="count">How many, from 1.</param>
    public IReadOnlyList<Job> Last(int count) =>
        database.Read(connection => connection.Rows($"SELECT {Columns} FROM job ORDER BY id DESC LIMIT $1", Read, count));

    private static Job? One(SqliteConnection connection, long id) =>
        connection.Rows($"SELECT {Columns} FROM job WHERE id = $1", Read, id).FirstOrDefault();

    private static Job Read(SqliteDataReader r) => new(
        r.GetInt64(0), r.GetString(1), EnumWords.Find<JobState>(r.GetString(2))!.Value, r.GetString(3), r.Text(4), r.Text(5), r.Time(6), r.Time(7));
}
