using System.Data;
using Microsoft.Data.Analysis;
using UserOps.Data;

namespace UserOps.Tests.Data.Sources;

public class MemoryTableTests
{
    private static readonly DateTime Time = new(2024, 1, 5, 13, 2, 1);

    [Fact]
    public void A_DataFrame_is_a_table()
    {
        var frame = new DataFrame(
            new StringDataFrameColumn("user_id", ["0012", null]), new DoubleDataFrameColumn("amount", [1.5, null]),
            new DateTimeDataFrameColumn("at", [Time, null]), new BooleanDataFrameColumn("paid", [true, null]), new Int64DataFrameColumn("n", [9007199254740993, null]));
        var table = MemoryTable.From("orders", frame);
        Assert.Equal(["user_id|amount|at|paid|n", "0012|1.5|2024-01-05 13:02:01|true|9007199254740993", "||||"], RowText.Of(table.Source));
        Assert.Equal(("orders", "orders"), (table.Source.Name, table.Source.File));
    }

    [Fact]
    public void A_query_result_is_a_table_and_can_be_read_twice()
    {
        using var rows = new DataTable();
        rows.Columns.Add("user_id", typeof(string));
        rows.Columns.Add("n", typeof(int));
        rows.Columns.Add("at", typeof(DateTimeOffset));
        rows.Rows.Add("a", 1, new DateTimeOffset(Time, TimeSpan.FromHours(8)));
        rows.Rows.Add("a", DBNull.Value, DBNull.Value);
        var source = MemoryTable.From("events", rows.CreateDataReader()).Source;
        string[] expected = ["user_id|n|at", "a|1|2024-01-05 05:02:01Z", "a||"];
        Assert.Equal(expected, RowText.Of(source));
        Assert.Equal(expected, RowText.Of(source));
    }

    [Fact]
    public void The_hash_tells_tables_apart_by_content()
    {
        static string Hash(params string[] words) => MemoryTable.From("t", new DataFrame(new StringDataFrameColumn("w", words))).Source.Hash;
        Assert.Equal(Hash("ab", "c"), Hash("ab", "c"));
        Assert.NotEqual(Hash("ab", "c"), Hash("a", "bc"));
    }
}
