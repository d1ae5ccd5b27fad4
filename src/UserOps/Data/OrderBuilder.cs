namespace UserOps.Data;

/// <summary>Joins order lines into orders: one order for each (user, order id), or for each (user, time) where there is no id.</summary>
internal static class OrderBuilder
{
    public static OrderStore Build(UserIndex users, TypedTable table, int[] userOfRow)
    {
        var times = table.Get<TimeColumn>("at");
        (int[] order, int[] starts) = UserRows.Arrange(userOfRow, times.Ticks, users.Count);
        var lines = new Lines(table, times);
        List<Order> orders = new(order.Length);
        List<string> ids = new(order.Length);
        int[] orderStarts = new int[users.Count + 1];
        for (int user = 0; user < users.Count; user++)
        {
            AddOrders(user, users[user], order.AsSpan(starts[user], starts[user + 1] - starts[user]), lines, orders, ids);
            orderStarts[user + 1] = orders.Count;
        }
        return new(users, [.. orders], [.. ids], orderStarts[..^1], orderStarts[1..]);
    }

    private static void AddOrders(int user, string userId, ReadOnlySpan<int> rows, Lines lines, List<Order> orders, List<string> ids)
    {
        int first = orders.Count;
        foreach (int row in rows)
        {
            string id = lines.IdOf(row) ?? FormattableString.Invariant($"{userId}@{new DateTime(lines.Times.Ticks[row]):yyyy-MM-ddTHH:mm:ss}");
            int known = ids.Count - 1;
            while (known >= first && ids[known] != id)
                known--;
            if (known < first)
            {
                known = ids.Count;
                ids.Add(id);
                orders.Add(new(user, lines.Times.Ticks[row], 0, 0, known));
            }
            (double amount, double refund) = lines.MoneyOf(row);
            orders[known] = orders[known] with { Amount = orders[known].Amount + amount, Refund = orders[known].Refund + refund };
        }
    }

    private sealed class Lines(TypedTable table, TimeColumn times)
    {
        private readonly double[] _amounts = table.Get<NumberColumn>("amount").Values;
        private readonly double[]? _refunds = table.TryGet<NumberColumn>("refund_amount", out var refunds) ? refunds.Values : null;
        private readonly TextColumn? _ids = table.TryGet<TextColumn>("order_id", out var ids) ? ids : null;

        public TimeColumn Times => times;

        public string? IdOf(int row) => _ids?[row];

        /// <summary>Negative amounts are refunds; a missing amount counts as nothing and stands in the quality report.</summary>
        public (double Amount, double Refund) MoneyOf(int row)
        {
            double amount = double.IsNaN(_amounts[row]) ? 0 : _amounts[row];
            double refund = _refunds is null || double.IsNaN(_refunds[row]) ? 0 : Math.Abs(_refunds[row]);
            return amount < 0 ? (0, refund - amount) : (amount, refund);
        }
    }
}
