namespace KnowledgeBase.Store;

/// <summary>Who may see a document.</summary>
public enum Visibility
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Members of the network.</summary>
    Network,

    /// <summary>Those named by the owner.</summary>
    Restricted,
}

/// <summary>How a store is opened.</summary>
public sealed record StoreOptions
{
    /// <summary>How long to wait for another process that writes; at least 1 second, default 30 seconds.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>True to fail with "store-missing" rather than make a new store where there is none; default false.</summary>
    public bool MustExist { get; init; }

    /// <summary>The database may not grow beyond this size in bytes, as if the disk were full then; at least 1 MB, default null: no limit.</summary>
    public long? MaxSizeBytes { get; init; }

    /// <summary>The clock; default the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
