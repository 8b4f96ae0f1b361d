using Microsoft.Data.Sqlite;

namespace KnowledgeBase.Store.Database;

/// <summary>A prepared statement with the parameters $1, $2 …, to be run many times.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand command;

    public Statement(SqliteConnection connection, string sql)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
    }

    /// <summary>Runs it and gives the number of rows changed.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row, or null when there is none.</summary>
    public object? Scalar(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteScalar() is var value and not DBNull ? value : null;
    }

    /// <summary>All rows, read at once.</summary>
    public List<T> Rows<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Calls <paramref name="visit"/> for each row while it is being read.</summary>
    public void ForEach(Action<SqliteDataReader> visit, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            visit(reader);
        }
    }

    public void Dispose() => command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        while (command.Parameters.Count < values.Length)
        {
            command.Parameters.Add(new SqliteParameter($"${command.Parameters.Count + 1}", null));
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
