using System.Globalization;
using UserOps.Data;

namespace UserOps.Segments.Rfm;

/// <summary>The columns of a table with one row a customer.</summary>
/// <param name="Id">The column that names the customer.</param>
/// <param name="Recency">Days since the last order.</param>
/// <param name="Frequency">How many orders.</param>
/// <param name="Monetary">What they brought.</param>
public sealed record CustomerColumns(string Id, string Recency, string Frequency, string Monetary)
{
    internal RfmValues Read(TypedTable table)
    {
        string[] ids = Ids(table.Get<Column>(Id));
        double[] recency = Numbers(table, Recency, least: 0), frequency = Numbers(table, Frequency, least: 0), monetary = Numbers(table, Monetary, double.NegativeInfinity);
        if (Array.FindIndex(frequency, orders => orders != Math.Floor(orders)) is var odd and >= 0)
            throw new UserOpsException(string.Create(CultureInfo.InvariantCulture,
                $"Column '{Frequency}' has {frequency[odd]} in row {odd + 1}; it counts orders, so whole numbers are needed. Name the column that counts them."));
        return new(new UserIndex(ids), [.. Enumerable.Range(0, ids.Length)], recency, frequency, monetary);
    }

    private string[] Ids(Column column)
    {
        string?[] ids = [.. Enumerable.Range(0, column.Length).Select(row => Convert.ToString(column.ValueAt(row), CultureInfo.InvariantCulture))];
        if (ids.Count(string.IsNullOrEmpty) is var missing and > 0)
            throw new UserOpsException($"Column '{Id}' has {missing} rows without an id; every customer needs one. Leave those rows out.");
        if (ids.Length - ids.Distinct(StringComparer.Ordinal).Count() is var repeated and > 0)
            throw new UserOpsException($"Column '{Id}' repeats {repeated} ids; one row a customer is needed. Sum the rows of a customer first, or open the orders as a dataset.");
        return ids!;
    }

    private static double[] Numbers(TypedTable table, string column, double least)
    {
        double[] values = table.Get<NumberColumn>(column).Values;
        if (values.Count(value => !double.IsFinite(value)) is var odd and > 0)
            throw new UserOpsException(
                $"Column '{column}' has {odd} of {values.Length} values missing or infinite; every customer needs a number. Fill them or leave those rows out.");
        if (Array.FindIndex(values, value => value < least) is var low and >= 0)
            throw new UserOpsException(FormattableString.Invariant(
                $"Column '{column}' has {values[low]} in row {low + 1}; {least} or more is needed. Check the column and its row."));
        return values;
    }
}
