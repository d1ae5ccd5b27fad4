using System.Data.Common;
using Microsoft.Data.Analysis;
using UserOps.Data.Reading;
using UserOps.Data.Sources;

namespace UserOps.Data;

/// <summary>A table that is no file of its own: a DataFrame, the result of a query. It is opened as a file of this name would be.</summary>
public sealed class MemoryTable
{
    private MemoryTable(TableSource source) => Source = source;

    internal TableSource Source { get; }

    /// <summary>The rows of a DataFrame, read when the dataset is opened.</summary>
    /// <param name="name">What the table is called: <c>orders</c>, <c>events</c> … help to recognise it.</param>
    /// <param name="frame">The rows; nulls are missing values, times are taken in the time zone of the export.</param>
    public static MemoryTable From(string name, DataFrame frame) =>
        new(MemoryRows.Source(name, frame.Columns.Select(column => column.Name), frame.Rows.Count, (row, column) => frame.Columns[column][row]));

    /// <summary>The rows of a database query, read to its end here and now; and disposed.</summary>
    /// <param name="name">What the table is called: <c>orders</c>, <c>events</c> … help to recognise it.</param>
    /// <param name="reader">The rows; the first result set only.</param>
    public static MemoryTable From(string name, DbDataReader reader) => new(MemoryRows.Source(name, reader));

    /// <summary>The result of a query against a DuckDB file, which is only read.</summary>
    /// <param name="name">What the table is called: <c>orders</c>, <c>events</c> … help to recognise it.</param>
    /// <param name="path">The database file.</param>
    /// <param name="sql">The query.</param>
    /// <exception cref="UserOpsException">The file is no database, or the query fails.</exception>
    public static MemoryTable FromDuckDb(string name, string path, string sql) => new(DuckDbFile.QuerySource(path, sql, name));
}
