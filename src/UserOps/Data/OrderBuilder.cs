namespace UserOps.Data;

/// <summary>Joins order lines to orders: one order for each (user, order id), or for each (user, time) where a line has no id.</summary>
internal sealed class OrderBuilder
{
    private readonly UserIndex _users;
    private readonly TypedTable _table;
    private readonly TimeColumn _times;
    private readonly TextColumn? _ids;
    private readonly OrderStatus _status;
    private readonly OrderMoney _money;
    private readonly List<Order> _orders = [];
    private readonly List<int> _idCodes = [];
    private readonly int[] _orderOfId;
    private readonly int[] _orderOfRow;
    private int _unpaidLines;

    private OrderBuilder(UserIndex users, TypedTable table)
    {
        (_users, _table, _times, _status) = (users, table, table.Get<TimeColumn>("at"), new(table));
        _money = new(table, _status);
        _ids = table.TryGet<TextColumn>("order_id", out var ids) ? ids : null;
        _orderOfId = new int[_ids?.Words.Length ?? 0];
        _orderOfRow = new int[table.RowCount];
        Array.Fill(_orderOfId, -1);
    }

    public static OrderStore Build(UserIndex users, TypedTable table, int[] userOfRow) => new OrderBuilder(users, table).Build(userOfRow);

    private OrderStore Build(int[] userOfRow)
    {
        (int[] rows, int[] starts) = UserRows.Arrange(userOfRow, _times.Ticks, _users.Count);
        int[] orderStarts = new int[_users.Count + 1];
        for (int user = 0; user < _users.Count; user++)
        {
            foreach (int row in rows.AsSpan(starts[user], starts[user + 1] - starts[user]))
                Add(user, row, orderStarts[user]);
            orderStarts[user + 1] = _orders.Count;
        }
        var lines = new OrderLines(_table, _money, [.. rows.Where(row => _orderOfRow[row] >= 0)], _orderOfRow, _orders.Count);
        return new(new(_users, [.. _orders], new(_ids?.Words ?? [], [.. _idCodes]), lines, _unpaidLines), orderStarts[..^1], orderStarts[1..]);
    }

    private void Add(int user, int row, int firstOfUser)
    {
        if (!_status.IsPaid(row))
        {
            _orderOfRow[row] = -1;
            _unpaidLines++;
            return;
        }
        int order = _orderOfRow[row] = Find(row, firstOfUser) is var known and >= 0 ? known : Open(user, row);
        (double amount, double refund) = _money.Of(row);
        _orders[order] = _orders[order] with { Amount = _orders[order].Amount + amount, Refund = _orders[order].Refund + refund };
    }

    /// <summary>Lines come in time order, so that a line without an id can only belong to the last order of its moment.</summary>
    private int Find(int row, int firstOfUser)
    {
        if (IdOf(row) is var id and >= 0)
            return _orderOfId[id] >= firstOfUser ? _orderOfId[id] : -1;
        for (int order = _orders.Count - 1; order >= firstOfUser && _orders[order].Ticks == _times.Ticks[row]; order--)
            if (_idCodes[order] < 0)
                return order;
        return -1;
    }

    private int Open(int user, int row)
    {
        int order = _orders.Count, id = IdOf(row);
        _orders.Add(new(user, _times.Ticks[row], 0, 0, order));
        _idCodes.Add(id);
        if (id >= 0)
            _orderOfId[id] = order;
        return order;
    }

    private int IdOf(int row) => _ids is null ? -1 : _ids.Codes[row];
}
