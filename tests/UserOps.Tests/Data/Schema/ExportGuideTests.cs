using UserOps.Data;
using UserOps.Data.Schema;
using UserOps.Testing;
using UserOps.Tests.Data.Reading;

namespace UserOps.Tests.Data.Schema;

/// <summary>The guide to exports says what the code does.</summary>
public sealed class ExportGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "exports.md"));

    [Fact]
    public void Every_table_is_listed_with_all_its_columns()
    {
        foreach (var table in KnownTables.All)
        {
            string row = Guide.Split('\n').Single(line => line.StartsWith($"| `{table.Name}` |", StringComparison.Ordinal));
            Assert.All(table.Columns, column => Assert.Contains(column.IsRequired ? $"**{column.Name}**" : column.Name, row));
        }
    }

    [Fact]
    public void The_example_of_export_json_is_understood()
    {
        string json = Guide.Split("```json")[1].Split("```")[0];
        using var folder = new ExportFolder().With("orders.csv", "1;05/01/2024;2\n").With("export.json", json.Replace("\"user_id\": \"CustomerID\", \"amount\": \"Quantity*UnitPrice\"", "\"amount\": \"amount*2\"", StringComparison.Ordinal));
        Assert.Equal([4.0], folder.Open().Table(TableKind.Orders).Get<NumberColumn>("amount").Values);
    }
}
