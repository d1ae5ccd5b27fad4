namespace UserOps.Data;

/// <summary>One line of an order: a product and its money.</summary>
/// <param name="Amount">The amount before refunds.</param>
/// <param name="Refund">What was given back, zero or more.</param>
/// <param name="Row">The row in line columns, see <see cref="OrderStore.LineProperty{T}"/>.</param>
public readonly record struct OrderLine(double Amount, double Refund, int Row)
{
    /// <summary>The amount after refunds.</summary>
    public double Net => Amount - Refund;
}

/// <summary>The lines of all orders, arranged by order when they are first asked for.</summary>
internal sealed class OrderLines
{
    private readonly Lazy<(OrderLine[] Lines, int[] Starts)> _lines;

    public OrderLines(TypedTable table, OrderMoney money, int[] rowsInOrder, int[] orderOfRow, int orders)
    {
        Table = table;
        _lines = new(() => Arrange(money, rowsInOrder, orderOfRow, orders));
    }

    public TypedTable Table { get; }

    public ReadOnlySpan<OrderLine> Of(int order)
    {
        (OrderLine[] lines, int[] starts) = _lines.Value;
        return lines.AsSpan(starts[order], starts[order + 1] - starts[order]);
    }

    private static (OrderLine[], int[]) Arrange(OrderMoney money, int[] rows, int[] orderOfRow, int orders)
    {
        int[] starts = new int[orders + 1];
        foreach (int row in rows)
            starts[orderOfRow[row] + 1]++;
        for (int order = 0; order < orders; order++)
            starts[order + 1] += starts[order];
        int[] next = starts[..orders];
        var lines = new OrderLine[rows.Length];
        foreach (int row in rows)
        {
            (double amount, double refund) = money.Of(row);
            lines[next[orderOfRow[row]]++] = new(amount, refund, row);
        }
        return (lines, starts);
    }
}
