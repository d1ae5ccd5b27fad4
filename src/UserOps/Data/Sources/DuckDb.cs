using DuckDB.NET.Data;

namespace UserOps.Data.Sources;

/// <summary>Opens DuckDB without its habit of fetching extensions from the network.</summary>
internal static class DuckDb
{
    /// <summary>A connection to a database file that is only read.</summary>
    public static DuckDBConnection OpenFile(string path) => Open(new DuckDBConnectionStringBuilder { DataSource = path, ["ACCESS_MODE"] = "READ_ONLY" });

    /// <summary>A connection to a database in memory, for reading other files.</summary>
    public static DuckDBConnection OpenMemory() => Open(new DuckDBConnectionStringBuilder { DataSource = ":memory:" });

    /// <summary>A name or a text in SQL.</summary>
    public static string Quote(string text, char mark = '"') => mark + text.Replace($"{mark}", $"{mark}{mark}", StringComparison.Ordinal) + mark;

    /// <summary>The result of a query, row by row as it is read.</summary>
    public static DuckDBDataReader Query(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = true;
        return command.ExecuteReader();
    }

    private static DuckDBConnection Open(DuckDBConnectionStringBuilder settings)
    {
        var connection = new DuckDBConnection(settings.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            // One thread keeps rows in the order of the file, and a stated zone makes moments with an offset come back as UTC.
            command.CommandText = "SET autoinstall_known_extensions = false; SET autoload_known_extensions = false; SET TimeZone = 'UTC'; "
                + $"SET preserve_insertion_order = true; SET temp_directory = {Quote(Path.Combine(Path.GetTempPath(), "userops-duckdb"), '\'')}";
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
