using System.Globalization;
using UserOps.Data;

namespace UserOps.LifetimeValue;

/// <summary>Which columns of a ready table hold the history of a customer, one row a customer.</summary>
/// <param name="Id">The customer.</param>
/// <param name="Frequency">Repeat purchases.</param>
/// <param name="Recency">Time from first to last purchase.</param>
/// <param name="Age">Time from first purchase to the end of observation.</param>
/// <param name="MonetaryValue">Mean value of the repeat purchases; null where amounts are not known. Missing values and 0 are taken as unknown where there is no repeat purchase.</param>
public sealed record HistoryColumns(string Id = "ID", string Frequency = "frequency", string Recency = "recency", string Age = "T", string? MonetaryValue = null);

/// <summary>Histories from tables that hold them ready.</summary>
public static class HistoryTables
{
    /// <summary>Takes the histories from a table with one row a customer.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns; <c>ID</c>, <c>frequency</c>, <c>recency</c> and <c>T</c> when absent.</param>
    /// <param name="unit">The unit of recency and age.</param>
    /// <exception cref="UserOpsException">A column is missing, or a value is impossible; the message names the customer, what was found and what is needed.</exception>
    public static CustomerHistories CustomerHistories(this TypedTable table, HistoryColumns? columns = null, TimeUnit unit = TimeUnit.Week)
    {
        columns ??= new();
        double[] frequency = table.Get<NumberColumn>(columns.Frequency).Values;
        return LifetimeValue.CustomerHistories.FromColumns(
            unit, Ids(table.Get<Column>(columns.Id)), frequency, table.Get<NumberColumn>(columns.Recency).Values, table.Get<NumberColumn>(columns.Age).Values,
            columns.MonetaryValue is { } name ? [.. table.Get<NumberColumn>(name).Values.Zip(frequency, (value, x) => x > 0 ? value : double.NaN)] : null);
    }

    private static string[] Ids(Column column) =>
        [.. Enumerable.Range(0, column.Length).Select(row => Convert.ToString(column.ValueAt(row), CultureInfo.InvariantCulture) is { Length: > 0 } id
            ? id
            : throw new UserOpsException($"Row {row + 1} has no '{column.Name}'; every customer needs an id. Name another column, or leave the row out."))];
}
