using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KnowledgeBase.Store.Database;

/// <summary>Statements that run once, and the reading of columns that may be null.</summary>
internal static class SqlExtensions
{
    public static int Run(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var statement = new Statement(connection, sql);
        return statement.Run(values);
    }

    public static object? Scalar(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var statement = new Statement(connection, sql);
        return statement.Scalar(values);
    }

    public static long Count(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        connection.Scalar(sql, values) is long count ? count : 0;

    public static List<T> Rows<T>(
        this SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var statement = new Statement(connection, sql);
        return statement.Rows(read, values);
    }

    public static string? Text(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static int? Number(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public static double? Real(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);

    /// <summary>The bytes of a column where SQLite has them: there only until the next row is read.</summary>
    public static ReadOnlySpan<byte> Blob(this SqliteDataReader reader, int column) => raw.sqlite3_column_blob(reader.Handle, column);

    public static DateTimeOffset Time(this SqliteDataReader reader, int column) =>
        DateTimeOffset.Parse(reader.GetString(column), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public static string ToColumn(this DateTimeOffset time) => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
}
