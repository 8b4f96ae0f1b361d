using KnowledgeBase.Documents;
using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Database;

/// <summary>Translates what SQLite and the file system throw into rejections that name the file, the fault and the way out.</summary>
internal static class StoreFailure
{
    // Result codes of https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Io = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    // EROFS on Unix.
    private const int ReadOnlyFileSystem = 30;

    // ENOSPC and EDQUOT on Unix; ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
    private static readonly int[] DiskFullResults = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>The rejection for an error, or null when the error is a bug of ours and must be thrown as it is.</summary>
    public static RejectedInputException? Translate(Exception error, string path) => error switch
    {
        SqliteException sqlite => Translate(sqlite, path),
        UnauthorizedAccessException => NotWritable(path, error),
        IOException io when DiskFullResults.Contains(io.HResult) => Rejection(
            "store-full", $"The disk that holds '{path}' is full: nothing was changed. Free some space and try again.", error),
        IOException { HResult: ReadOnlyFileSystem } => NotWritable(path, error),
        IOException io => Rejection("store-unreadable", $"'{path}' cannot be read or written: {io.Message}", error),
        _ => null,
    };

    public static RejectedInputException NotWritable(string path, Exception? error = null) => Rejection(
        "store-not-writable", $"'{path}' cannot be written. Check that the folder exists and that you may write to it, or name another with --data.", error);

    public static RejectedInputException Rejection(string code, string message, Exception? inner = null) =>
        new(new Problem(code, message), inner);

    private static RejectedInputException? Translate(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        Busy or Locked => Rejection(
            "store-locked", $"'{path}' is in use by another process that did not finish in time. Wait for it, or stop it, and try again.", error),
        ReadOnly or CannotOpen => NotWritable(path, error),
        Full => Rejection("store-full", $"The disk that holds '{path}' is full: nothing was changed. Free some space and try again.", error),
        Io => Rejection("store-unreadable", $"The disk reported an error while '{path}' was read or written: {error.Message}", error),
        Corrupt => Rejection(
            "store-damaged", $"'{path}' is damaged. Keep a copy of the folder, then bring back the last backup with 'kb restore'.", error),
        NotADatabase => Rejection(
            "store-not-a-database", $"'{path}' is no knowledge base (not a SQLite file). Name another folder with --data, or move that file away.", error),
        _ => null,
    };
}
