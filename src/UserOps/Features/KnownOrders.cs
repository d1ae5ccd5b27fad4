using UserOps.Data;

namespace UserOps.Features;

/// <summary>Orders as an export written at the cut-off would have held them.</summary>
/// <remarks>
/// Lines count by their own time, also where an order id joins them to an earlier order; so do negative amounts. A payment time after the cut-off had not
/// come yet. A refund amount counts where <c>refunded_at</c> dates it before the cut-off, and never where it has no date. The status is not used: what it
/// says today may have been written later.
/// </remarks>
internal static class KnownOrders
{
    private static readonly string[] Written = ["category", "product_id", "discount"];

    public static OrderStore Of(Dataset data, long cutOff)
    {
        var table = data.Table(TableKind.Orders);
        long[] ticks = table.Get<TimeColumn>("at").Ticks;
        int[] rows = [.. Enumerable.Range(0, table.RowCount).Where(row => ticks[row] != TimeColumn.Missing && ticks[row] < cutOff)];
        List<Column> columns = [.. Always(table).Select(column => column.Reorder(rows))];
        columns.Add(Refunds(table, rows, cutOff));
        if (table.TryGet<TimeColumn>("paid_at", out var paid))
            columns.Add(new TimeColumn("paid_at", [.. rows.Select(row => Before(paid.Ticks[row], cutOff) ? paid.Ticks[row] : TimeColumn.Missing)]));
        var known = new TypedTable("orders", columns);
        return OrderBuilder.Build(data.Users, known, KnownRows.UsersOf(data, known));
    }

    private static IEnumerable<Column> Always(TypedTable table) => table.Columns.Where(column =>
        column.Name is "user_id" or "at" or "amount" or "order_id" or "currency" || Written.Contains(column.Name, StringComparer.Ordinal));

    private static NumberColumn Refunds(TypedTable table, int[] rows, long cutOff)
    {
        double[] refunds = new double[rows.Length];
        if (table.TryGet<TimeColumn>("refunded_at", out var at) && table.TryGet<NumberColumn>("refund_amount", out var amounts))
            for (int i = 0; i < rows.Length; i++)
                refunds[i] = Before(at.Ticks[rows[i]], cutOff) ? amounts.Values[rows[i]] : 0;
        return new("refund_amount", refunds);
    }

    private static bool Before(long ticks, long cutOff) => ticks != TimeColumn.Missing && ticks < cutOff;
}
