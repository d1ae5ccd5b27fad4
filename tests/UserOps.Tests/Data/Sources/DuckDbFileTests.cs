using DuckDB.NET.Data;
using UserOps.Data.Sources;
using UserOps.Testing;

namespace UserOps.Tests.Data.Sources;

public sealed class DuckDbFileTests : IDisposable
{
    private const string Values = """
        SELECT * FROM (VALUES
            ('0012', 9007199254740993, 12.50::DECIMAL(10, 2), TIMESTAMP '2024-01-05 13:02:01', TIMESTAMPTZ '2024-01-05 13:02:01+08', DATE '2024-01-05', true, 0.1::DOUBLE, [1, 2]),
            (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
            ('用户', -1, -0.01, TIMESTAMP '2024-01-06', TIMESTAMPTZ '2024-01-06 00:00:00+00', DATE '1999-12-31', false, 1e300, []))
        t(user_id, big, amount, "at", at_zoned, day, paid, score, tags)
        """;

    private static readonly string[] Expected =
    [
        "user_id|big|amount|at|at_zoned|day|paid|score|tags",
        "0012|9007199254740993|12.50|2024-01-05 13:02:01|2024-01-05 05:02:01Z|2024-01-05|true|0.1|[1,2]",
        "||||||||",
        "用户|-1|-0.01|2024-01-06|2024-01-06 00:00:00Z|1999-12-31|false|1E+300|[]",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Run(string name, params string[] commands)
    {
        using var connection = new DuckDBConnection($"Data Source={(name.EndsWith("db", StringComparison.Ordinal) ? _folder[name] : ":memory:")}");
        connection.Open();
        foreach (string sql in commands)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
        return _folder[name];
    }

    [Fact]
    public void Every_table_and_view_of_a_database_is_a_table()
    {
        string path = Run("shop.duckdb", $"CREATE TABLE orders AS {Values}", "CREATE VIEW \"用户 \"\"x\"\"\" AS SELECT user_id FROM orders WHERE paid");
        var sources = DuckDbFile.Sources(path);
        Assert.Equal(["orders", "用户 \"x\""], sources.Select(source => source.Name));
        Assert.Equal("shop.duckdb · orders", sources[0].File);
        Assert.Equal(Expected, RowText.Of(sources[0]));
        Assert.Equal(["user_id", "0012"], RowText.Of(sources[1]));
    }

    [Fact]
    public void A_Parquet_file_is_a_table_and_can_be_read_twice()
    {
        string path = Run("it's.parquet", $"COPY ({Values}) TO {DuckDb.Quote(_folder["it's.parquet"], '\'')} (FORMAT parquet, COMPRESSION zstd)");
        var source = Assert.Single(DuckDbFile.ParquetSources(path));
        Assert.Equal("it's", source.Name);
        Assert.Equal(Expected, RowText.Of(source));
        Assert.Equal(Expected, RowText.Of(source));
    }

    [Fact]
    public void Rows_keep_the_order_of_the_file()
    {
        string path = Run("long.parquet", $"COPY (SELECT range AS n FROM range(300000)) TO '{_folder["long.parquet"]}' (FORMAT parquet, ROW_GROUP_SIZE 10000)");
        Assert.Equal(Enumerable.Range(0, 300_000).Select(i => $"{i}"), RowText.Of(DuckDbFile.ParquetSources(path)[0]).Skip(1));
    }

    [Fact]
    public void A_query_is_a_table_and_the_file_is_only_read()
    {
        string path = Run("shop.duckdb", "CREATE TABLE orders AS SELECT 'a' AS u, 3 AS n UNION ALL SELECT 'b', 4");
        Assert.Equal(["u|total", "b|8"], RowText.Of(DuckDbFile.QuerySource(path, "SELECT u, 2 * n AS total FROM orders WHERE u = 'b'", "orders")));
        Assert.Contains("read-only", Assert.Throws<UserOpsException>(() => DuckDbFile.QuerySource(path, "DROP TABLE orders", "orders")).Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("nothing_here", Assert.Throws<UserOpsException>(() => DuckDbFile.QuerySource(path, "FROM nothing_here", "orders")).Message);
    }

    [Fact]
    public void Values_that_only_a_database_holds_are_told_as_such()
    {
        string path = Run("far.duckdb", "CREATE TABLE t AS SELECT TIMESTAMP 'infinity' AS at_, 99999999999999999999999999999999999999::DECIMAL(38, 0) AS amount, DATE '200000-01-01' AS day");
        Assert.Equal(["at_|amount|day", "out of range|out of range|out of range"], RowText.Of(DuckDbFile.Sources(path)[0]));
    }

    [Theory]
    [InlineData("no.duckdb")]
    [InlineData("no.parquet")]
    public void A_file_of_another_kind_is_refused_in_one_message(string name)
    {
        File.WriteAllText(_folder[name], "user_id,at\na,2024-01-05\n");
        var problem = Assert.Throws<UserOpsException>(() => name.EndsWith("parquet", StringComparison.Ordinal) ? DuckDbFile.ParquetSources(_folder[name]) : DuckDbFile.Sources(_folder[name]));
        Assert.Contains($"'{name}' cannot be read", problem.Message);
    }

    [Fact]
    public void A_truncated_Parquet_file_is_refused()
    {
        string path = Run("cut.parquet", $"COPY (SELECT range AS n FROM range(1000)) TO '{_folder["cut.parquet"]}' (FORMAT parquet)");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^20]);
        Assert.Throws<UserOpsException>(() => DuckDbFile.ParquetSources(path));
    }

    [Fact]
    public void A_database_without_tables_is_refused() =>
        Assert.Contains("without tables", Assert.Throws<UserOpsException>(() => DuckDbFile.Sources(Run("empty.duckdb"))).Message);
}
