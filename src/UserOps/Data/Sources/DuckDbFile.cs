using DuckDB.NET.Data;
using UserOps.Data.Reading;

namespace UserOps.Data.Sources;

/// <summary>DuckDB files: every table and view is a table. And Parquet files, which DuckDB reads.</summary>
internal static class DuckDbFile
{
    /// <summary>The tables and views of a database file.</summary>
    /// <exception cref="UserOpsException">The file is no database, or it has no table.</exception>
    public static IReadOnlyList<TableSource> Sources(string path)
    {
        string file = Path.GetFileName(path), hash = ContentHash.Of(path);
        string[] tables = Guard(file, () => Names(path));
        return tables.Length == 0
            ? throw new UserOpsException($"'{file}' is a DuckDB file without tables.")
            : [.. tables.Select(table => Source(tables.Length == 1 ? file : $"{file} · {table}", table, hash, () => DuckDb.OpenFile(path), $"FROM {DuckDb.Quote(table)}"))];
    }

    /// <summary>The one table of a Parquet file.</summary>
    /// <exception cref="UserOpsException">The file is no Parquet file.</exception>
    public static IReadOnlyList<TableSource> ParquetSources(string path) =>
        [Source(Path.GetFileName(path), Files.Stem(path), ContentHash.Of(path), DuckDb.OpenMemory, $"FROM read_parquet({DuckDb.Quote(path, '\'')})")];

    /// <summary>The result of a query against a database file.</summary>
    /// <exception cref="UserOpsException">The file is no database, or the query fails.</exception>
    public static TableSource QuerySource(string path, string sql, string name) =>
        Source($"{Path.GetFileName(path)} · {name}", name, ContentHash.OfAll([ContentHash.Of(path), sql]), () => DuckDb.OpenFile(path), sql);

    private static TableSource Source(string label, string name, string hash, Func<DuckDBConnection> connect, string sql)
    {
        using var rows = Open();
        return new(label, name, rows.Header, hash, Open);

        ReaderRows Open() => Guard(label, () =>
        {
            var connection = connect();
            try
            {
                return new ReaderRows(DuckDb.Query(connection, sql), label, connection);
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        });
    }

    private static string[] Names(string path)
    {
        using var connection = DuckDb.OpenFile(path);
        using var reader = DuckDb.Query(connection, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'main' ORDER BY table_name");
        List<string> names = [];
        while (reader.Read())
            names.Add(reader.GetString(0));
        return [.. names];
    }

    private static T Guard<T>(string file, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (DuckDBException cause)
        {
            throw new UserOpsException($"'{file}' cannot be read: {cause.Message.TrimEnd('.')}. Check that the file is whole and that no other program is writing it, or export the table as CSV.", cause);
        }
    }
}
