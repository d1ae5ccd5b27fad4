namespace UserOps.Data;

/// <summary>One order: who, when, how much before and after refunds.</summary>
/// <param name="User">The user's number, see <see cref="UserIndex"/>.</param>
/// <param name="Ticks">The moment in UTC ticks: the first of its lines.</param>
/// <param name="Amount">The amount before refunds, in the currency of the export.</param>
/// <param name="Refund">What was given back, zero or more.</param>
/// <param name="Row">The order's row in the store; see <see cref="OrderStore.Id"/>.</param>
public readonly record struct Order(int User, long Ticks, double Amount, double Refund, int Row)
{
    /// <summary>The amount after refunds.</summary>
    public double Net => Amount - Refund;
}

/// <summary>Paid orders sorted by (user, time, file order), their lines joined by order id. Immutable; a period is a view.</summary>
/// <remarks>A row with a negative amount is a refund: on its own it is an order of amount 0, which no count of orders includes.</remarks>
public sealed class OrderStore
{
    private readonly OrderData _data;
    private readonly int[] _starts;
    private readonly int[] _ends;

    internal OrderStore(OrderData data, int[] starts, int[] ends) => (_data, _starts, _ends) = (data, starts, ends);

    /// <summary>The users that numbers refer to; some may have no order here.</summary>
    public UserIndex Users => _data.Users;

    /// <summary>Order lines left out because their status or their missing payment time says that nobody paid.</summary>
    public int UnpaidLines => _data.UnpaidLines;

    /// <summary>The orders of one user in time order.</summary>
    public ReadOnlySpan<Order> this[int user] => _data.Orders.AsSpan(_starts[user], _ends[user] - _starts[user]);

    /// <summary>The order's id as it stands in the export, or one made of user and time where the export has none.</summary>
    public string Id(Order order) => _data.Ids.Of(order.Row)
        ?? FormattableString.Invariant($"{Users[order.User]}@{new DateTime(order.Ticks):yyyy-MM-ddTHH:mm:ss.FFF}");

    /// <summary>The lines of an order.</summary>
    public ReadOnlySpan<OrderLine> Lines(Order order) => _data.Lines.Of(order.Row);

    /// <summary>A column of the orders table by <see cref="OrderLine.Row"/>, such as <c>category</c>.</summary>
    /// <exception cref="UserOpsException">There is none; the message lists those there are.</exception>
    public T LineProperty<T>(string name) where T : Column => _data.Lines.Table.Get<T>(name);

    /// <summary>Whether the orders table has such a column.</summary>
    public bool HasLineProperty(string name) => _data.Lines.Table.TryGet<Column>(name, out _);

    /// <summary>A view of the orders from <paramref name="fromTicks"/> (included) to <paramref name="toTicks"/> (excluded), UTC.</summary>
    public OrderStore Between(long fromTicks, long toTicks)
    {
        int[] starts = [.. _starts], ends = [.. _ends];
        for (int user = 0; user < starts.Length; user++)
        {
            while (starts[user] < ends[user] && _data.Orders[starts[user]].Ticks < fromTicks)
                starts[user]++;
            while (ends[user] > starts[user] && _data.Orders[ends[user] - 1].Ticks >= toTicks)
                ends[user]--;
        }
        return new(_data, starts, ends);
    }

    /// <summary>A view of the orders of users for whom <paramref name="keep"/> is true.</summary>
    public OrderStore OfUsers(Func<int, bool> keep)
    {
        int[] ends = [.. _ends];
        for (int user = 0; user < ends.Length; user++)
            if (!keep(user))
                ends[user] = _starts[user];
        return new(_data, _starts, ends);
    }

    /// <summary>All orders of the view, by user, then time.</summary>
    public IEnumerable<Order> All()
    {
        for (int user = 0; user < Users.Count; user++)
            for (int row = _starts[user]; row < _ends[user]; row++)
                yield return _data.Orders[row];
    }
}

/// <summary>What all views of an order store share.</summary>
internal sealed record OrderData(UserIndex Users, Order[] Orders, OrderIds Ids, OrderLines Lines, int UnpaidLines);

/// <summary>The order ids of the export: for each order the index of its word, −1 where the export has none.</summary>
internal sealed record OrderIds(string[] Words, int[] Codes)
{
    public string? Of(int order) => Codes[order] < 0 ? null : Words[Codes[order]];
}
