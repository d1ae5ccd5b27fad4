using DuckDB.NET.Data;
using Microsoft.Data.Analysis;
using MiniExcelLibs;
using UserOps.Data;
using UserOps.Data.Sources;
using UserOps.Testing;

namespace UserOps.Tests.Data.Sources;

/// <summary>The same five events from every kind of source are the same dataset.</summary>
public sealed class OpenSourcesTests : IDisposable
{
    private static readonly (string User, string Event, DateTime At)[] Events =
    [
        ("0012", "visit", new(2024, 1, 5, 13, 2, 1)), ("17850.0", "visit", new(2024, 1, 5, 0, 0, 0)), ("0012", "pay", new(2024, 1, 6, 8, 0, 0)),
        ("用户", "visit", new(2024, 1, 7, 23, 59, 59)), ("0012", "visit", new(2024, 1, 5, 13, 2, 0)),
    ];

    private static readonly OpenOptions Options = new() { UseCache = false };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static Dataset Open(string path) => Dataset.Open(path, Options, cancellation: TestContext.Current.CancellationToken);

    private static Dataset Open(MemoryTable[] tables) => Dataset.Open(tables, Options, cancellation: TestContext.Current.CancellationToken);

    private static void AssertSame(Dataset data)
    {
        var expected = Dataset.From(events: Events.Select(e => new EventRow(e.User, e.Event, e.At)));
        Assert.Equal(Walk(expected), Walk(data));
        Assert.Equal(5, data.Table(TableKind.Events).RowCount);
    }

    private static List<(string, string, long)> Walk(Dataset data)
    {
        List<(string, string, long)> all = [];
        for (int user = 0; user < data.Users.Count; user++)
            foreach (var e in data.Events[user])
                all.Add((data.Users[user], data.Events.EventNames[e.Code], e.Ticks));
        return all;
    }

    private static void Create(string database, string target)
    {
        using var connection = new DuckDBConnection($"Data Source={database}");
        connection.Open();
        using var command = connection.CreateCommand();
        string rows = string.Join(", ", Events.Select((e, i) => $"({i}, '{e.User}', '{e.Event}', TIMESTAMP '{e.At:yyyy-MM-dd HH:mm:ss}')"));
        command.CommandText = $"CREATE TABLE events AS SELECT user_id, event, \"at\" FROM (VALUES {rows}) t(i, user_id, event, \"at\") ORDER BY i; {target}";
        command.ExecuteNonQuery();
    }

    [Fact]
    public void A_workbook_opens()
    {
        MiniExcel.SaveAs(_folder["events.xlsx"], Events.Select(e => new Dictionary<string, object> { ["用户ID"] = e.User, ["事件"] = e.Event, ["时间"] = e.At }));
        AssertSame(Open(_folder["events.xlsx"]));
    }

    [Fact]
    public void A_Parquet_file_opens()
    {
        Create(":memory:", $"COPY events TO {DuckDb.Quote(_folder["events.parquet"], '\'')} (FORMAT parquet)");
        AssertSame(Open(_folder["events.parquet"]));
    }

    [Fact]
    public void A_DuckDB_file_and_a_query_of_it_open()
    {
        Create(_folder["shop.duckdb"], "");
        AssertSame(Open(_folder["shop.duckdb"]));
        AssertSame(Open([MemoryTable.FromDuckDb("events", _folder["shop.duckdb"], "SELECT user_id, event, \"at\" FROM events")]));
    }

    [Fact]
    public void A_DataFrame_opens()
    {
        var frame = new DataFrame(
            new StringDataFrameColumn("user_id", Events.Select(e => e.User)), new StringDataFrameColumn("event", Events.Select(e => e.Event)),
            new DateTimeDataFrameColumn("at", Events.Select(e => e.At)));
        AssertSame(Open([MemoryTable.From("events", frame)]));
    }
}
